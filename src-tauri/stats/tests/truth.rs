//! Registers whose truth is known: what the estimators say of them, against what is true. The generator stands beside the project; where it does not,
//! the tests say so and pass nothing off as done.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "all of it is test, which lints of files beside the sources do not see"
)]

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tarazy_stats::coverage::{BmaOptions, CaptureTable, chapman, decomposable_bma, pairwise_lower_bound};
use tarazy_stats::survival::{Followed, kaplan_meier};
use tarazy_stats::trend::{Continuity, mann_kendall};
use tarazy_stats::worked::compare::{Tolerance, difference};
use tarazy_stats::*;

const LEVEL: f64 = 0.95;
const SOURCES: [&str; 5] = ["src_platform", "src_author", "src_press", "src_court", "src_leak"];
const VERDICTS: [&str; 5] = ["real_bullying", "legitimate_criticism", "other_unlawful", "mixed", "cannot_tell"];

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path)
}

type Row = BTreeMap<String, String>;

/// One generated register.
struct Register {
    orders: Vec<Row>,
    complaints: Vec<Row>,
    reviews: Vec<Row>,
    calibration: BTreeMap<String, String>,
    truth: Value,
    bytes: Vec<u8>,
    /// Cluster of each order: those that share a letter or a group of like content hang together.
    clusters: Vec<usize>,
}

fn python() -> Option<&'static str> {
    static FOUND: OnceLock<Option<&'static str>> = OnceLock::new();
    let runs = |name: &&str| Command::new(name).arg("--version").output().is_ok_and(|out| out.status.success());
    *FOUND.get_or_init(|| ["python3", "python"].into_iter().find(runs))
}

impl Register {
    fn make(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = Command::new(python().unwrap())
            .arg(shared("tools/make_register.py"))
            .args(arguments)
            .args(["--format", "csv", "--out"])
            .arg(folder.path())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let table = |name: &str| -> Vec<Row> {
            let mut reader = csv::Reader::from_path(folder.path().join(name)).unwrap();
            reader.deserialize().map(Result::unwrap).collect()
        };
        let orders = table("register.csv");
        let clusters = clusters_of(&orders);
        Self {
            clusters,
            complaints: table("complaints.csv"),
            reviews: table("reviews.csv"),
            calibration: table("calibration.csv")
                .into_iter()
                .map(|mut row| (row.remove("calibration_id").unwrap(), row.remove("panel_verdict").unwrap()))
                .collect(),
            truth: serde_json::from_slice(&std::fs::read(folder.path().join("truth.json")).unwrap()).unwrap(),
            bytes: std::fs::read(folder.path().join("register.csv")).unwrap(),
            orders,
        }
    }

    /// The verdict of each subject: the adjudicator's, else the common one of the blind reviewers.
    fn verdicts(&self) -> BTreeMap<&str, &str> {
        let mut found: BTreeMap<&str, &str> = BTreeMap::new();
        for (subject, roles) in self.blind() {
            if let Some(last) = roles.get("adjudicator").or_else(|| roles.get("first")) {
                found.insert(subject, last);
            }
        }
        found
    }

    fn blind(&self) -> BTreeMap<&str, BTreeMap<&str, &str>> {
        let mut found: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
        for review in self.reviews.iter().filter(|review| review["role"] != "calibration") {
            found.entry(&review["subject_id"]).or_default().insert(&review["role"], &review["verdict"]);
        }
        found
    }

    fn first_verdicts(&self) -> BTreeMap<&str, &str> {
        self.blind().into_iter().filter_map(|(subject, roles)| Some((subject, *roles.get("first")?))).collect()
    }

    fn tally(
        &self,
        verdicts: &BTreeMap<&str, &str>,
        counts: impl Fn(&Row) -> bool,
        is: impl Fn(&str) -> bool,
    ) -> Vec<ClusterCount> {
        let mut found = vec![ClusterCount { x: 0, n: 0 }; self.clusters.iter().max().map_or(0, |last| last + 1)];
        for (order, cluster) in self.orders.iter().zip(&self.clusters).filter(|(order, _)| counts(order)) {
            if let Some(verdict) = verdicts.get(order["order_id"].as_str()) {
                found[*cluster].n += 1;
                found[*cluster].x += u64::from(is(verdict));
            }
        }
        found.retain(|cluster| cluster.n > 0);
        found
    }

    /// True positives and their cases, true negatives and theirs: judgements of the calibration set one by one.
    fn calibrated(&self) -> [(u64, u64); 2] {
        let mut found = [(0, 0); 2];
        for review in self.reviews.iter().filter(|review| review["role"] == "calibration") {
            let is = self.calibration[&review["subject_id"]] == "legitimate_criticism";
            let said = review["verdict"] == "legitimate_criticism";
            let cell = &mut found[usize::from(!is)];
            cell.0 += u64::from(is == said);
            cell.1 += 1;
        }
        found
    }

    /// The same, case by case: several reviewers of one case are not independent.
    fn calibrated_by_case(&self) -> [Vec<ClusterCount>; 2] {
        let mut found: [BTreeMap<&str, ClusterCount>; 2] = Default::default();
        for review in self.reviews.iter().filter(|review| review["role"] == "calibration") {
            let is = self.calibration[&review["subject_id"]] == "legitimate_criticism";
            let said = review["verdict"] == "legitimate_criticism";
            let count = found[usize::from(!is)].entry(&review["subject_id"]).or_insert(ClusterCount { x: 0, n: 0 });
            count.n += 1;
            count.x += u64::from(is == said);
        }
        found.map(|cases| cases.into_values().collect())
    }

    fn capture(&self) -> CaptureTable {
        let pattern = |order: &Row| SOURCES.iter().enumerate().map(|(bit, name)| usize::from(order[*name] == "1") << bit).sum();
        CaptureTable::of_things(5, &self.orders.iter().map(pattern).collect::<Vec<_>>()).unwrap()
    }

    /// Hours from issue to removal by the platform; author deletion and what is online at the snapshot are censored, unknown times left out.
    fn removals(&self, counts: impl Fn(&Row) -> bool) -> Vec<Followed> {
        let snapshot = self.truth["snapshot_at"].as_str().unwrap();
        let followed = |order: &Row| {
            let (removed, by) = (order["removed_at"].as_str(), order["removed_by"].as_str());
            let (until, event) = match (order["status"].as_str(), removed, by) {
                (_, "", _) if order["status"] == "online" => (snapshot, false),
                (_, "", _) => return None,
                (_, at, "platform") => (at, true),
                (_, at, _) => (at, false),
            };
            Some(Followed { entry: None, time: (minutes(until) - minutes(&order["issued_at"])) / 60.0, event })
        };
        self.orders.iter().filter(|order| counts(order)).filter_map(followed).collect()
    }

    /// Like groups with what was decided of each: ordered, and knowingly not.
    fn likes(&self) -> Vec<Vec<u64>> {
        let mut groups: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
        for (place, rows) in [(0, &self.orders), (1, &self.complaints)] {
            for row in rows.iter().filter(|row| !row["like_group"].is_empty()) {
                groups.entry(&row["like_group"]).or_insert_with(|| vec![0, 0])[place] += 1;
            }
        }
        groups.into_values().collect()
    }

    /// Criticism against bullying among those ordered, by whether power is protected; one table for each cluster.
    fn targeting(&self) -> Vec<Table> {
        let verdicts = self.verdicts();
        let mut tables: BTreeMap<usize, Table> = BTreeMap::new();
        for (order, cluster) in self.orders.iter().zip(&self.clusters) {
            let power = matches!(order["protected"].as_str(), "official" | "institution");
            let table = tables.entry(*cluster).or_default();
            match (verdicts.get(order["order_id"].as_str()).copied(), power) {
                (Some("legitimate_criticism"), true) => table.a += 1,
                (Some("real_bullying"), true) => table.b += 1,
                (Some("legitimate_criticism"), false) => table.c += 1,
                (Some("real_bullying"), false) => table.d += 1,
                _ => {}
            }
        }
        tables.into_values().filter(|table| table.total() > 0).collect()
    }

    /// What the ministry is known to have decided upon and somebody reviewed, with the cluster of each.
    fn decided(&self) -> Vec<Decision<'_>> {
        let verdicts = self.verdicts();
        let mut by_like: BTreeMap<&str, usize> = BTreeMap::new();
        let mut next = self.orders.len();
        let all = self.orders.iter().zip(&self.clusters).map(|(order, cluster)| (order, "order_id", Some(*cluster)));
        let all = all.chain(self.complaints.iter().map(|complaint| (complaint, "complaint_id", None)));
        all.filter_map(|(row, id, cluster)| {
            next += 1;
            let like = row["like_group"].as_str();
            let own = cluster.unwrap_or(next);
            let cluster = if like.is_empty() { own } else { *by_like.entry(like).or_insert(own) };
            let verdict = verdicts.get(row[id].as_str()).copied()?;
            Some(Decision { row, verdict, cluster, ordered: id == "order_id" })
        })
        .collect()
    }

    /// Within criticism: ordered against not acted upon, by whether power is protected; one table for each cluster.
    fn targeting_by_order(&self) -> Vec<Table> {
        let mut tables: BTreeMap<usize, Table> = BTreeMap::new();
        for case in self.decided().iter().filter(|case| case.verdict == "legitimate_criticism") {
            case.count(tables.entry(case.cluster).or_default());
        }
        tables.into_values().collect()
    }

    /// Ordered against not acted upon, criticism against bullying; complaints stand alone or with their like group.
    fn selectivity(&self) -> Vec<Table> {
        let verdicts = self.verdicts();
        let mut by_like: BTreeMap<&str, usize> = BTreeMap::new();
        for (order, cluster) in self.orders.iter().zip(&self.clusters).filter(|(order, _)| !order["like_group"].is_empty()) {
            by_like.insert(&order["like_group"], *cluster);
        }
        let mut tables: BTreeMap<usize, Table> = BTreeMap::new();
        let mut next = self.orders.len();
        let mut put = |cluster: usize, verdict: Option<&&str>, ordered: bool| {
            let table = tables.entry(cluster).or_default();
            match (verdict.copied(), ordered) {
                (Some("legitimate_criticism"), true) => table.a += 1,
                (Some("legitimate_criticism"), false) => table.b += 1,
                (Some("real_bullying"), true) => table.c += 1,
                (Some("real_bullying"), false) => table.d += 1,
                _ => {}
            }
        };
        for (order, cluster) in self.orders.iter().zip(&self.clusters) {
            put(*cluster, verdicts.get(order["order_id"].as_str()), true);
        }
        for complaint in &self.complaints {
            next += 1;
            let like = complaint["like_group"].as_str();
            let cluster = if like.is_empty() { next } else { *by_like.entry(like).or_insert(next) };
            put(cluster, verdicts.get(complaint["complaint_id"].as_str()), false);
        }
        tables.into_values().filter(|table| table.total() > 0).collect()
    }
}

/// A case that was ordered away, or knowingly not.
#[derive(Clone, Copy)]
struct Decision<'r> {
    row: &'r Row,
    verdict: &'r str,
    cluster: usize,
    ordered: bool,
}

impl Decision<'_> {
    fn power(&self) -> bool {
        matches!(self.row["protected"].as_str(), "official" | "institution")
    }

    fn count(&self, table: &mut Table) {
        match (self.power(), self.ordered) {
            (true, true) => table.a += 1,
            (true, false) => table.b += 1,
            (false, true) => table.c += 1,
            (false, false) => table.d += 1,
        }
    }
}

/// One case of each cluster, each with the same chance.
fn one_of_each<'r>(cases: &[Decision<'r>], seed: u32) -> Vec<Decision<'r>> {
    let mut clusters: BTreeMap<usize, Vec<Decision<'r>>> = BTreeMap::new();
    cases.iter().for_each(|case| clusters.entry(case.cluster).or_default().push(*case));
    let mut random = Random::seeded(u64::from(seed));
    clusters.values().map(|held| held[random.below(held.len())]).collect()
}

/// Whether whom a case protects and its language add to the verdict on it: the test of C4, on one case of each cluster.
fn extraneous(cases: &[Decision<'_>]) -> Option<f64> {
    let column =
        |is: &dyn Fn(&Decision<'_>) -> bool| cases.iter().map(|case| f64::from(u8::from(is(case)))).collect::<Vec<f64>>();
    let seen: std::collections::BTreeSet<&str> = cases.iter().map(|case| case.verdict).collect();
    let mut terms: Vec<Vec<f64>> = seen.into_iter().skip(1).map(|verdict| column(&|case| case.verdict == verdict)).collect();
    let tested = [terms.len(), terms.len() + 1];
    terms.push(column(&|case| case.power()));
    terms.push(column(&|case| case.row["language"] == "kk"));
    let outcomes: Vec<bool> = cases.iter().map(|case| case.ordered).collect();
    firth_nested(&outcomes, &terms, &tested).ok().map(|test| test.p)
}

fn clusters_of(orders: &[Row]) -> Vec<usize> {
    let mut above: Vec<usize> = (0..orders.len()).collect();
    fn root(above: &[usize], mut at: usize) -> usize {
        while above[at] != at {
            at = above[at];
        }
        at
    }
    let mut first: BTreeMap<(bool, &str), usize> = BTreeMap::new();
    for (place, order) in orders.iter().enumerate() {
        for key in [(true, order["batch_id"].as_str()), (false, order["like_group"].as_str())] {
            if key.1.is_empty() {
                continue;
            }
            let other = *first.entry(key).or_insert(place);
            let (one, other) = (root(&above, place), root(&above, other));
            above[one.max(other)] = one.min(other);
        }
    }
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    (0..orders.len())
        .map(|place| {
            let next = numbers.len();
            *numbers.entry(root(&above, place)).or_insert(next)
        })
        .collect()
}

/// Minutes since 1970 of a time as 2025-06-01T00:00:00Z.
fn minutes(at: &str) -> f64 {
    chrono::DateTime::parse_from_rfc3339(at).unwrap().timestamp() as f64 / 60.0
}

fn sum(clusters: &[ClusterCount]) -> (u64, u64) {
    clusters.iter().fold((0, 0), |(x, n), cluster| (x + cluster.x, n + cluster.n))
}

fn is_here() -> bool {
    let here = shared("tools/make_register.py").exists() && python().is_some();
    if !here {
        println!("skipped: the generator of registers, or Python, is not beside the project");
    }
    here
}

/// What a small report says of a generated register, under the names of the case file.
fn report(register: &Register) -> Map<String, Value> {
    let verdicts = register.verdicts();
    let share = register.tally(&verdicts, |_| true, |verdict| verdict == "legitimate_criticism");
    let ((x, n), design) = (sum(&share), cluster_share(&share, LEVEL).unwrap());
    let plain = wilson(x, n, LEVEL).unwrap();
    let in_register: Vec<&str> = register.orders.iter().map(|order| order["order_id"].as_str()).collect();
    let blind = register.blind();
    let roles = ["first", "second", "third"];
    let units = |place: &dyn Fn(&str) -> usize| -> Vec<Vec<Option<usize>>> {
        let of = |id: &&str| roles.iter().map(|role| blind.get(*id)?.get(role).map(|verdict| place(verdict))).collect();
        in_register.iter().filter(|id| blind.contains_key(**id)).map(of).collect()
    };
    let five = units(&|verdict| VERDICTS.iter().position(|known| *known == verdict).unwrap());
    let two = units(&|verdict| usize::from(verdict != "legitimate_criticism"));
    let first = register.tally(&register.first_verdicts(), |_| true, |verdict| verdict == "legitimate_criticism");
    let [positive, negative] = register.calibrated();
    let counted = |(right, of): (u64, u64)| Sample::counted(right, of).unwrap();
    let corrected = rogan_gladen(counted(sum(&first)), counted(positive), counted(negative), LEVEL).unwrap();
    let reasons = |wanted: &dyn Fn(&str) -> bool| register.orders.iter().filter(|order| wanted(&order["reasons"])).count();
    let removals = register.removals(|_| true);
    let day = kaplan_meier(&removals, None, LEVEL).unwrap().at(24.0).unwrap();
    let table = register.capture();
    let lists = (table.at_least(1), table.at_least(2), table.at_least(3));
    let two_lists = chapman(lists.0, lists.1, lists.2, LEVEL).unwrap();
    let likes = like_cases(&register.likes(), LEVEL).unwrap();
    let mut months: BTreeMap<&str, u64> = BTreeMap::new();
    register.orders.iter().for_each(|order| *months.entry(&order["issued_at"][..7]).or_default() += 1);
    let monthly: Vec<u64> = months.into_values().collect();
    let trend = mann_kendall(&monthly.iter().map(|n| *n as f64).collect::<Vec<_>>(), Continuity::Corrected).unwrap();
    let targeting = register.targeting();
    let (cells, odds) = (Table::sum(&targeting), cluster_odds_ratio(&targeting, LEVEL).unwrap());
    let batches: std::collections::BTreeSet<&str> = register.orders.iter().map(|order| order["batch_id"].as_str()).collect();
    let told = json!({
        "status": "ok", "rows": register.orders.len(), "batches": batches.len(),
        "clusters": register.clusters.iter().max().unwrap() + 1, "complaints": register.complaints.len(),
        "reviewed": n, "criticism": x, "share": design.estimate, "wilson": [plain.low, plain.high],
        "korn_graubard": {"lower": design.interval.low, "upper": design.interval.high, "n_eff": design.n_eff},
        "alpha_five_verdicts": krippendorff_alpha(&five, 5, Metric::Nominal).unwrap().alpha,
        "alpha_criticism_or_not": krippendorff_alpha(&two, 2, Metric::Nominal).unwrap().alpha,
        "ac1_five_verdicts": gwet_ac1(&five, 5).unwrap().ac1, "percent_agreement": percent_agreement(&five, 5).unwrap(),
        "first_verdict_criticism": sum(&first).0,
        "calibration": {"true_positive": positive.0, "validation_positive": positive.1, "true_negative": negative.0, "validation_negative": negative.1},
        "rogan_gladen": {"estimate": corrected.estimate, "lower": corrected.interval.low, "upper": corrected.interval.high},
        "reasons": {"none": reasons(&|r| r == "none"), "some": reasons(&|r| !matches!(r, "none" | "")), "unknown": reasons(&str::is_empty)},
        "removal_24h": {"n": removals.len(), "excluded_time_unknown": register.orders.len() - removals.len(),
            "share_done": day.done, "done_lower": day.done_low, "done_upper": day.done_high},
        "chapman_platform_author": {"list_1": lists.0, "list_2": lists.1, "both": lists.2,
            "estimate": two_lists.bound.estimate, "lower": two_lists.bound.low, "upper": two_lists.bound.high},
        "pairwise_lower_bound": pairwise_lower_bound(&table, LEVEL).unwrap().estimate,
        "like_cases": {"groups_used": likes.groups_used, "pair_concordance": likes.pair_concordance},
        "monthly": monthly, "mann_kendall": {"S": trend.s, "z": trend.z, "p": trend.p},
        "targeting": {"a": cells.a, "b": cells.b, "c": cells.c, "d": cells.d, "clusters": odds.clusters,
            "log_odds_ratio": odds.odds_ratio.ln(), "log_se": odds.ln_se},
    });
    told.as_object().unwrap().clone()
}

#[test]
fn a_generated_register_comes_out_as_the_reference_case_says() {
    if !is_here() {
        return;
    }
    let file: Value = serde_json::from_slice(&std::fs::read(shared("reference/stats-cases.json")).unwrap()).unwrap();
    let case = file["cases"].as_array().unwrap().iter().find(|case| case["method"] == "register.end_to_end").unwrap();
    let words: Vec<&str> =
        case["input"]["command"].as_array().unwrap().iter().skip(1).map(|word| word.as_str().unwrap()).collect();
    let without_format: Vec<&str> = words.iter().copied().filter(|word| !matches!(*word, "--format" | "csv")).collect();
    let register = Register::make(&without_format);
    let mut expected = case["expected"].clone();
    let wanted = expected.as_object_mut().unwrap().remove("register_sha256").unwrap();
    assert_eq!(
        wanted.as_str().unwrap(),
        hex(&register.bytes),
        "the generator wrote another register than the case was made from"
    );
    let tolerance = |name: &str| case["tolerance"][name].as_f64().unwrap();
    let near = Tolerance { absolute: tolerance("abs"), relative: tolerance("rel") };
    assert_eq!(difference(&Value::Object(report(&register)), &expected, near), None);
}

fn hex(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How often an interval held the truth.
#[derive(Default)]
struct Held {
    held: u32,
    of: u32,
    undefined: u32,
}

impl Held {
    fn count(&mut self, interval: Option<(f64, f64)>, truth: f64) {
        match interval {
            Some((low, high)) => {
                self.of += 1;
                self.held += u32::from(low <= truth && truth <= high);
            }
            None => self.undefined += 1,
        }
    }

    fn share(&self) -> f64 {
        f64::from(self.held) / f64::from(self.of.max(1))
    }
}

type Coverage = BTreeMap<&'static str, Held>;

fn merged(parts: Vec<Coverage>) -> Coverage {
    let mut all = Coverage::new();
    for (name, part) in parts.into_iter().flatten() {
        let held = all.entry(name).or_default();
        held.held += part.held;
        held.of += part.of;
        held.undefined += part.undefined;
    }
    all
}

// Seeds in turn on two threads: the generator is a process of its own.
fn over_seeds(count: u32, one: impl Fn(u32, &mut Coverage) + Sync) -> Coverage {
    let of = |start: u32| {
        let mut coverage = Coverage::new();
        (start..=count).step_by(2).for_each(|seed| one(seed, &mut coverage));
        coverage
    };
    std::thread::scope(|scope| {
        let (odd, even) = (scope.spawn(|| of(1)), scope.spawn(|| of(2)));
        merged(vec![odd.join().unwrap(), even.join().unwrap()])
    })
}

const ORDERS: &str = "1500";
// Nobody reads the texts here, and writing them takes a third of the time.
const WITHOUT_TEXTS: [&str; 2] = ["--set", "text=false"];
const PERFECT: [&str; 6] = [
    "--set",
    r#"accuracy={"real_bullying":1,"legitimate_criticism":1,"other_unlawful":1,"mixed":1}"#,
    "--set",
    "accuracy_spread=0",
    "--set",
    "adjudicator_accuracy=1",
];

// Where applications come to light less often than orders, pairs that were both ordered are seen more often than others, and what is known of like cases
// is not what is true of all (C3 is told at several ratios of knowledge for that reason). Here both come to light as often: 1 - 0.7 * 0.75 * 0.85 * 0.94 * 0.88.
const KNOWN_ALIKE: [&str; 2] = ["--set", "complaint_known=0.630862"];

fn generated(seed: u32, profile: &str, more: &[&str]) -> Register {
    let seed = seed.to_string();
    Register::make(&[&["--orders", ORDERS, "--seed", &seed, "--profile", profile], &WITHOUT_TEXTS[..], more].concat())
}

fn with_reviewers_who_never_err(seed: u32, found: &mut Coverage) {
    let register = generated(seed, "clean", &[&PERFECT[..], &KNOWN_ALIKE].concat());
    let exact = |name: &str| register.truth["exact"][name].as_f64().unwrap();
    let share = register.tally(&register.verdicts(), |_| true, |verdict| verdict == "legitimate_criticism");
    let design = cluster_share(&share, LEVEL).ok();
    let truth = exact("share_criticism_among_orders");
    found.entry("C1 share, Korn-Graubard").or_default().count(design.map(|d| (d.cautious.low, d.cautious.high)), truth);
    let (x, n) = sum(&share);
    found
        .entry("C1 share, Wilson without clusters (naive)")
        .or_default()
        .count(wilson(x, n, LEVEL).map(|i| (i.low, i.high)), truth);
    let low = design.and_then(|d| clopper_pearson_lower(d.cautious_sample().ok()?, LEVEL).ok());
    found.entry("C1 at least").or_default().count(low.map(|low| (low, 1.0)), truth);
    let odds = cluster_odds_ratio(&register.selectivity(), LEVEL).ok();
    let truth = exact("odds_ratio_ordered_criticism_vs_bullying");
    found.entry("C9 odds ratio, clusters").or_default().count(odds.map(|o| (o.low, o.high)), truth);
    let likes = bootstrap_like_cases(
        &register.likes(),
        LikeStatistic::PairConcordance,
        Resampling { replicates: 1_000, seed: u64::from(seed), level: LEVEL },
    );
    let truth = exact("like_pair_concordance_all_cases");
    found.entry("C3 concordance, bootstrap of groups").or_default().count(likes.ok().map(|b| (b.low, b.high)), truth);
    for (platform, truth) in
        register.truth["exact"]["removed_by_platform_within_24h_if_author_never_deletes"].as_object().unwrap()
    {
        let curve = kaplan_meier(&register.removals(|order| order["platform"] == *platform), None, LEVEL);
        let day = curve.and_then(|curve| curve.at(24.0)).ok().map(|day| (day.done_low, day.done_high));
        found.entry("C7 removed by 24 h, Kaplan-Meier").or_default().count(day, truth.as_f64().unwrap());
    }
    let (table, truth) = (register.capture(), ORDERS.parse::<f64>().unwrap());
    let lower = pairwise_lower_bound(&table, LEVEL).ok();
    found.entry("C13 orders issued, pairwise").or_default().count(lower.map(|l| (l.low, l.high)), truth);
    found.entry("C13 at least").or_default().count(lower.map(|l| (l.low, f64::INFINITY)), truth);
    let two = chapman(table.at_least(1), table.at_least(2), table.at_least(3), LEVEL).ok();
    found.entry("C13 orders issued, Chapman").or_default().count(two.map(|c| (c.bound.low, c.bound.high)), truth);
    // Five lists have 821 graphs: two seeds of five show the same. Both threads have their part of them.
    if seed % 5 < 2 {
        let average = decomposable_bma(&table, &BmaOptions::usual(5)).ok();
        found.entry("C13 orders issued, model average").or_default().count(average.map(|b| (b.low as f64, b.high as f64)), truth);
    }
}

fn with_reviewers_who_err(seed: u32, found: &mut Coverage) {
    let register = generated(seed, "clean", &[]);
    let truth = register.truth["exact"]["share_criticism_among_orders"].as_f64().unwrap();
    let first = register.tally(&register.first_verdicts(), |_| true, |verdict| verdict == "legitimate_criticism");
    let (x, n) = sum(&first);
    found
        .entry("C1 share of first verdicts, uncorrected (naive)")
        .or_default()
        .count(wilson(x, n, LEVEL).map(|i| (i.low, i.high)), truth);
    let judged = cluster_share(&first, LEVEL).and_then(|share| share.cautious_sample());
    let [positive, negative] = register.calibrated_by_case();
    let by_case = |cases: &[ClusterCount]| cluster_share(cases, LEVEL).and_then(|share| share.cautious_sample());
    // As if all reviewers of a case said the same: no more is known than one judgement of each.
    let as_cases = |cases: &[ClusterCount]| {
        let (right, of) = sum(cases);
        Sample::effective(right as f64 / of as f64, cases.len() as f64)
    };
    let corrected = |rate: &dyn Fn(&[ClusterCount]) -> Result<Sample, Undefined>| {
        rogan_gladen(judged.ok()?, rate(&positive).ok()?, rate(&negative).ok()?, LEVEL)
            .ok()
            .map(|c| (c.interval.low, c.interval.high))
    };
    found.entry("C2 share, corrected").or_default().count(corrected(&by_case), truth);
    found.entry("C2 share, corrected, each case as one judgement (cautious)").or_default().count(corrected(&as_cases), truth);
}

fn where_nothing_is_arbitrary(seed: u32, found: &mut Coverage) {
    let register = generated(seed, "null", &PERFECT);
    let odds = cluster_odds_ratio(&register.targeting_by_order(), LEVEL).ok();
    found.entry("C8 no targeting, no alarm").or_default().count(odds.map(|o| (o.low, o.high)), 1.0);
    let cases = one_of_each(&register.decided(), seed);
    let mut strata: BTreeMap<(&str, &str), Table> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.verdict == "legitimate_criticism") {
        case.count(strata.entry((&case.row["platform"], &case.row["language"])).or_default());
    }
    let within = mantel_haenszel(&strata.into_values().collect::<Vec<_>>(), LEVEL).ok();
    // A test raises no alarm where its p-value is at least 0.05.
    let silent = |p: f64| (p.max(0.05), f64::INFINITY);
    found
        .entry("C8 no targeting within strata, no alarm")
        .or_default()
        .count(within.map(|w| silent(w.p)), within.map_or(0.0, |w| w.p));
    let p = extraneous(&cases);
    found.entry("C4 nothing extraneous, no alarm").or_default().count(p.map(silent), p.unwrap_or(0.0));
}

/// What is known to hold the truth less often than it says, and is told with its figure: percentile limits over some seventy groups of two and three
/// (an implementation apart from this one, over 1,500 registers: statistics, section 9).
const LESS: [(&str, f64); 1] = [("C3 concordance, bootstrap of groups", 0.935)];

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    if !is_here() {
        return;
    }
    // A build server takes the time that the whole table needs; at a desk a part of it shows what would go wrong.
    let usual = if std::env::var_os("CI").is_some() { 500 } else { 100 };
    let seeds = std::env::var("TARAZY_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let found = merged(vec![
        over_seeds(seeds, with_reviewers_who_never_err),
        over_seeds(seeds, with_reviewers_who_err),
        over_seeds(seeds, where_nothing_is_arbitrary),
    ]);
    // Written past what a passing test keeps to itself.
    let mut out = std::io::stderr().lock();
    writeln!(out, "coverage of nominal 95 % intervals over {seeds} registers of {ORDERS} orders each").unwrap();
    for (name, held) in &found {
        writeln!(out, "{name:50} {:.3}  ({} of {}, undefined {})", held.share(), held.held, held.of, held.undefined).unwrap();
    }
    for (name, held) in &found {
        // Three and a third standard errors of a simulation of this size: once in a thousand.
        let slack = 3.29 * (0.05 * 0.95 / f64::from(held.of)).sqrt();
        let (share, naive) = (held.share(), name.contains("naive"));
        let nominal = LESS.iter().find(|(known, _)| known == name).map_or(0.95, |(_, share)| *share);
        let least = nominal - slack;
        assert!(naive || share >= least, "{name}: {share:.3} of {}", held.of);
        assert!(held.undefined == 0, "{name}: {} without an interval", held.undefined);
    }
    assert!(found["C1 share of first verdicts, uncorrected (naive)"].share() < 0.8, "the correction would not be needed");
}
