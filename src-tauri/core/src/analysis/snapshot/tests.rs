use super::*;
use crate::analysis::frame::{AppealRow, ComplaintRow, JudgedRow, NO_CODE, OrderRow, Reasons, Tri};
use crate::analysis::profile::tests::{order, register};
use crate::id::Id;
use crate::model::rubric::{Answer, Rubric};
use crate::model::terms::VERDICTS;
use crate::store::{OfficialFact, Protected, Publisher, WatchedFact};
use proptest::prelude::*;

// A register in which every field holds something, made of a few numbers.
fn made(seeds: &[(u8, u8, u8)]) -> Frame {
    let tri = |n: u8| [Tri::Yes, Tri::No, Tri::Unknown][usize::from(n % 3)];
    let kind = |n: u8| {
        [None, Some(Protected::Child), Some(Protected::Adult), Some(Protected::Official), Some(Protected::Institution)]
            [usize::from(n % 5)]
    };
    let moment = |n: u8| {
        (!n.is_multiple_of(4)).then(|| {
            (i64::from(n) * 86_400 * 20 + 1_650_000_000, i64::from(n) * 86_400 * 20 + 1_650_000_000 + i64::from(n % 3) * 3_600)
        })
    };
    let verdicts: Vec<Vec<Option<&str>>> = seeds
        .iter()
        .map(|(a, b, _)| {
            (0..a % 4).map(|item| (b % 3 != item).then(|| VERDICTS[usize::from(b.wrapping_add(item) % 6)])).collect()
        })
        .collect();
    let orders: Vec<(OrderRow, &[Option<&str>])> = (1_i64..)
        .zip(seeds.iter().zip(&verdicts))
        .map(|(row, ((a, b, c), verdicts))| {
            let made = OrderRow {
                row: row * 3,
                platform: (!a.is_multiple_of(5)).then(|| u32::from(a % 7)),
                authority: (!b.is_multiple_of(4)).then(|| u32::from(b % 3)),
                lists: c % 64,
                beneficiary: kind(*b).map(|_| u32::from(b % 9)),
                protected: kind(*b),
                instrument: if a % 9 == 8 { crate::analysis::frame::NO_CODE } else { a % 8 },
                learned_how: b % 10,
                ground: c % 14,
                is_seen: a.is_multiple_of(2),
                is_in_shares: !c.is_multiple_of(5),
                names_items: tri(*a),
                informs_of_appeal: tri(*b),
                author_notified: tri(*c),
                reasons: [Reasons::None, Reasons::Formula, Reasons::CaseSpecific, Reasons::Unknown][usize::from(c % 4)],
                cites: b.is_multiple_of(2),
                cites_paragraph: tri(a.wrapping_add(*c)),
                court_act: a.is_multiple_of(6),
                experts: b.is_multiple_of(6),
                learned: moment(*a),
                issued: moment(*b),
                issued_offset: i32::from(*c) * 2 - 100,
                received: moment(*c),
                ..order(row)
            };
            (made, verdicts.as_slice())
        })
        .collect();
    let mut frame = register(&orders);
    for (place, (order, (a, b, _))) in (0_u32..).zip(frame.orders.iter_mut().zip(seeds)) {
        order.cluster = if place > 0 && a.is_multiple_of(3) { place - 1 } else { place };
        if *b == 0 {
            order.cluster = place;
        }
    }
    let count = u32::try_from(frame.items.len()).unwrap();
    for (place, item) in (0_u32..).zip(&mut frame.items) {
        item.at = moment(u8::try_from(place % 250).unwrap());
        item.outcome = u8::try_from(place % 10).unwrap();
        item.language = [NO_CODE, 0, 1, 5][(place % 4) as usize];
        item.seen_up = moment(u8::try_from(place % 240).unwrap()).map(|(first, _)| first);
        item.platform_basis = if place.is_multiple_of(7) { NO_CODE } else { u8::try_from(place % 5).unwrap() };
        item.platform_rules = if place.is_multiple_of(6) { NO_CODE } else { u8::try_from(place % 4).unwrap() };
        item.like = (place.is_multiple_of(3)).then_some(place / 2);
        if place.is_multiple_of(5) && place < count {
            let result = ["reversed", "upheld", "partly", "none", "pending"][(place % 5) as usize];
            frame.appeals.push(AppealRow {
                item: place,
                result: result.to_owned(),
                filed: moment(u8::try_from(place % 150).unwrap()),
                decided: moment(u8::try_from(place % 170).unwrap()),
                reinstated: moment(u8::try_from(place % 200).unwrap()),
            });
        }
    }
    frame.complaints = seeds
        .iter()
        .map(|(a, b, c)| ComplaintRow {
            led_to_order: a.is_multiple_of(2),
            decision: b % 7,
            victim: kind(*c),
            group: if a.is_multiple_of(3) { String::new() } else { format!("Айгүл ісі {}", b % 12) },
            channel: if b.is_multiple_of(5) { NO_CODE } else { b % 6 },
            is_signed: tri(*b),
            language: [NO_CODE, 0, 1, 5][usize::from(c % 4)],
            in_term: tri(*c),
        })
        .collect();
    frame.reviewers = vec![true, false, true, false];
    for judged in &mut frame.judged {
        judged.reviewers = vec![judged.item % 3, judged.item % 3 + 1];
    }
    let id = |kind: u8, n: u8| Id::from_bytes([kind + n; 16]);
    frame.platforms = (0..7).map(|n| id(0x10, n)).collect();
    frame.authorities = (0..3).map(|n| id(0x20, n)).collect();
    let publisher = |n: u8| match n {
        0 => Some(Publisher::Authority(id(0x20, 1))),
        1 => Some(Publisher::Platform(id(0x10, 2))),
        // Named by no order.
        2 => Some(Publisher::Authority(id(0x30, 0))),
        _ => None,
    };
    frame.official = (0..5_u8)
        .map(|n| OfficialFact {
            publisher: format!("Айгүл министрлігі {n}"),
            publisher_is: publisher(n),
            metric: if n == 4 { "тапсырыс саны".to_owned() } else { "orders".to_owned() },
            value: i64::from(n) * 1_000,
            period: moment(n + 1).map(|(first, last)| (first, last + 86_400 * 400)),
            period_offset: 300,
            is_of_all: n != 3,
        })
        .collect();
    frame.watched = (0..4_u8)
        .map(|n| WatchedFact {
            from: moment(n + 1),
            to: moment(n * 3),
            sources: format!("Айгүл, арна {}", n % 3),
            has_gaps: n == 2,
        })
        .collect();
    frame
}

fn about(narrowed: bool, now: i64) -> About {
    About::of(("1.0.0".to_owned(), "ab".repeat(32)), ("platform:telegram", narrowed), now, vec!["A3".to_owned()])
}

// What two reviewers answered of each reviewed item.
fn reviewed(frame: &Frame) -> Vec<ReviewRow> {
    let answer = |code: &str, value: &str| Answer { code: code.to_owned(), value: value.to_owned() };
    let mut rows: Vec<ReviewRow> = Vec::new();
    for judged in &frame.judged {
        for (place, reviewer) in [(Place::First, judged.item % 3 + 1), (Place::Second, judged.item % 3 + 2)] {
            let answers = vec![answer("A3", "Y"), answer("A14", "")];
            rows.push(ReviewRow {
                item: judged.item,
                place,
                reviewer,
                verdict: judged.blind[0],
                subtype: String::new(),
                answers,
            });
        }
    }
    rows.sort_by_key(|row| (row.item, row.place));
    rows
}

fn frozen(frame: &Frame, rows: &[i64]) -> Snapshot {
    let selection = Selection::of_rows(frame, rows);
    let Cut { frame, .. } = Cut::of(&selection);
    let said = |case: usize| Calibrated {
        case: format!("C{case:02}"),
        is_criticism: case.is_multiple_of(2),
        said_criticism: !case.is_multiple_of(3),
    };
    let calibration = (0..90).map(|case| Calibration { reviewer: 1, said: said(case) }).collect();
    let pairs = vec![PairRow { first: 0, second: 1, n: 3 }, PairRow { first: 1, second: 1, n: 40 }];
    Snapshot { about: about(selection.is_narrowed(), 1_800_000_000), reviews: reviewed(&frame), frame, calibration, pairs }
}

fn map(files: Vec<(String, Vec<u8>)>) -> BTreeMap<String, Vec<u8>> {
    files.into_iter().collect()
}

fn written(snapshot: &Snapshot) -> BTreeMap<String, Vec<u8>> {
    map(snapshot.files("readme").unwrap())
}

// What is a number in a snapshot is an identifier or a name in the register.
fn unnamed(mut results: serde_json::Value) -> serde_json::Value {
    for figure in results["figures"].as_array_mut().unwrap() {
        if figure["variant"]["list"] == "platform" {
            figure["variant"]["code"] = serde_json::Value::Null;
        }
    }
    for table in results["tables"].as_array_mut().unwrap() {
        let name = table["name"].as_str().unwrap().to_owned();
        for row in table["rows"].as_array_mut().unwrap() {
            let code = row.as_str().unwrap().to_owned();
            match name.as_str() {
                "compared_platforms" if code != "unknown" => *row = serde_json::Value::Null,
                "official_figures" => *row = code.split_once('\t').unwrap().1.into(),
                _ => {}
            }
        }
    }
    results
}

fn seeds() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec(any::<(u8, u8, u8)>(), 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn figures_of_the_snapshot_are_those_of_the_register(seeds in seeds(), every in 1_usize..4) {
        let frame = made(&seeds);
        let rows: Vec<i64> = frame.orders.iter().step_by(every).map(|order| order.row).collect();
        let snapshot = frozen(&frame, &rows);
        let pairs: Vec<_> = snapshot.pairs.iter().map(PairRow::counted).collect();
        let given = Given {
            calibration: Counts::of(snapshot.calibration.iter().map(|answer| &answer.said)),
            disputed: OnVerdict::of_pairs(&pairs).disputed(),
            now: snapshot.about.now,
            draws: Draws::Made,
        };
        let of_register = results(&profile(&Selection::of_rows(&frame, &rows), &given), &snapshot.about);
        prop_assert_eq!(unnamed(of_register), unnamed(snapshot.document()));
        let files = written(&snapshot);
        prop_assert_eq!(&files, &written(&snapshot));
        let (again, _) = read(&files).map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?;
        prop_assert_eq!(&files, &written(&again));
        // Field by field: what the tables do not carry is not there.
        prop_assert_eq!(format!("{:?}", snapshot.frame), format!("{:?}", again.frame));
        prop_assert_eq!(&snapshot.about, &again.about);
        prop_assert_eq!(&snapshot.calibration, &again.calibration);
        prop_assert_eq!(&snapshot.pairs, &again.pairs);
        prop_assert_eq!(&snapshot.reviews, &again.reviews);
    }

    #[test]
    fn whatever_a_table_holds_it_is_measured_or_refused(
        seeds in seeds(), table in 0_usize..12, places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let files = written(&frozen(&made(&seeds), &made(&seeds).orders.iter().map(|order| order.row).collect::<Vec<_>>()));
        let name = files.keys().filter(|name| name.starts_with("data/")).nth(table).unwrap().clone();
        let mut bytes = files[&name].clone();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok((snapshot, _)) = read(&resealed(files, &name, bytes)) {
            assert!(!snapshot.results().is_empty());
        }
    }
}

// The digests of a forger who knows how they are made.
fn resealed(mut files: BTreeMap<String, Vec<u8>>, name: &str, bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut manifest: Manifest = serde_json::from_slice(&files[MANIFEST]).unwrap();
    manifest.files.insert(name.to_owned(), digest_of(&bytes));
    files.insert(name.to_owned(), bytes);
    files.insert(MANIFEST.to_owned(), line(&manifest).unwrap());
    files
}

fn some() -> Snapshot {
    let seeds: Vec<(u8, u8, u8)> = (0..40_u8).map(|n| (n.wrapping_mul(37), n.wrapping_mul(91), n.wrapping_mul(53))).collect();
    let frame = made(&seeds);
    let rows: Vec<i64> = frame.orders.iter().map(|order| order.row).collect();
    frozen(&frame, &rows)
}

#[test]
fn a_changed_file_is_named() {
    let files = written(&some());
    for name in files.keys().filter(|name| *name != MANIFEST) {
        let mut altered = files.clone();
        altered.get_mut(name).unwrap()[0] ^= 1;
        assert_eq!(read(&altered).unwrap_err(), Refused::Altered(name.clone()));
        altered.remove(name);
        assert_eq!(read(&altered).unwrap_err(), Refused::Missing(name.clone()));
    }
    let mut more = files.clone();
    more.insert("data/more.csv".to_owned(), Vec::new());
    assert_eq!(read(&more).unwrap_err(), Refused::Unnamed("data/more.csv".to_owned()));
    assert_eq!(read(&BTreeMap::new()).unwrap_err(), Refused::Foreign);
    let older = String::from_utf8(files[MANIFEST].clone()).unwrap().replace("snapshot/2", "snapshot/9");
    let mut newer = files;
    newer.insert(MANIFEST.to_owned(), older.into_bytes());
    assert_eq!(read(&newer).unwrap_err(), Refused::Foreign);
}

#[test]
fn a_forged_number_is_refused_where_it_stands() {
    let files = written(&some());
    let line = |name: &str, column: &str, value: &str| {
        let text = String::from_utf8(files[name].clone()).unwrap();
        let mut lines: Vec<Vec<String>> = text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        let at = lines[0].iter().position(|head| head == column).unwrap();
        lines[2][at] = value.to_owned();
        let text: String = lines.iter().map(|cells| cells.join(",") + "\n").collect();
        read(&resealed(files.clone(), name, text.into_bytes())).unwrap_err()
    };
    let at = |name: &str| Refused::Malformed(name.to_owned(), 3);
    assert_eq!(line("data/orders.csv", "cluster", "4000000000"), at("data/orders.csv"));
    assert_eq!(line("data/orders.csv", "order", "7"), at("data/orders.csv"));
    assert_eq!(line("data/orders.csv", "reasons", "perhaps"), at("data/orders.csv"));
    assert_eq!(line("data/orders.csv", "issued_from", "2024-01-01T00:00:00+05:00"), at("data/orders.csv"));
    assert_eq!(line("data/orders.csv", "platform", "01"), at("data/orders.csv"));
    assert_eq!(line("data/orders.csv", "lists", "press author"), at("data/orders.csv"));
    assert_eq!(line("data/orders.csv", "authority", "4000000000"), at("data/orders.csv"));
    assert_eq!(line("data/verdicts.csv", "reviewers", "1 9"), at("data/verdicts.csv"));
    assert_eq!(line("data/official.csv", "publisher", ""), at("data/official.csv"));
    assert_eq!(line("data/official.csv", "publisher_kind", "court"), at("data/official.csv"));
    assert_eq!(line("data/items.csv", "language", "tlh"), at("data/items.csv"));
    assert_eq!(line("data/items.csv", "order", "900"), at("data/items.csv"));
    assert_eq!(line("data/verdicts.csv", "item", "900"), at("data/verdicts.csv"));
    assert_eq!(line("data/reviews.csv", "place", "fourth"), at("data/reviews.csv"));
    assert_eq!(line("data/agreement.csv", "items", "-1"), at("data/agreement.csv"));
    let plan = String::from_utf8(files[PLAN].clone()).unwrap().replace("\"primary_questions\":6", "\"primary_questions\":1");
    let forged = resealed(files.clone(), PLAN, plan.into_bytes());
    assert_eq!(read(&forged).unwrap_err(), Refused::Malformed(PLAN.to_owned(), 0));
}

#[test]
fn no_name_of_a_group_leaves_and_their_order_stays() {
    let snapshot = some();
    let files = written(&snapshot);
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Айгүл") && !text.contains("саны"), "{name}");
        assert!(
            !["10101010-", "11111111-", "21212121-", "30303030-"].iter().any(|id| text.contains(id)),
            "{name}: an identifier"
        );
    }
    let groups: Vec<&str> =
        snapshot.frame.complaints.iter().map(|row| row.group.as_str()).filter(|group| !group.is_empty()).collect();
    assert!(groups.len() > 5 && groups.iter().all(|group| group.starts_with('g')));
}

#[test]
fn lines_end_in_lf_and_moments_in_z() {
    let files = written(&some());
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("data/")) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.ends_with('\n') && !text.contains('\r'), "{name}");
    }
    assert!(
        String::from_utf8_lossy(&files["data/orders.csv"]).contains("T00:00:00Z") || files["data/orders.csv"].contains(&b'Z')
    );
}

#[test]
fn what_is_left_out_leaves_the_rest_in_its_place() {
    let of = |snapshot: &Snapshot, code: u8| snapshot.frame.orders.iter().filter(|order| order.learned_how == code).count();
    let before = some();
    let (orders, source) = (before.frame.orders.len(), of(&before, 1));
    assert!(source > 0);
    let without = without_source(before, crate::model::terms::LEARNED_HOW[1]);
    assert_eq!((without.frame.orders.len(), of(&without, 1)), (orders - source, 0));
    read(&written(&without)).unwrap();
    let before = some();
    let judged = before.frame.judged.len();
    let without = without_reviewer(before, 1);
    assert!(without.frame.judged.len() < judged && without.calibration.is_empty());
    assert!(without.reviews.iter().all(|row| row.reviewer != 1));
    let (again, _) = read(&written(&without)).unwrap();
    assert_eq!(again.results(), without.results());
}

#[test]
fn other_verdicts_change_the_figures_that_rest_on_them_and_say_why() {
    let before = some();
    let old = before.document();
    let first = before.frame.judged[0].item;
    let verdict = before.frame.judged[0].verdict;
    let other = if verdict == 1 { 0 } else { 1 };
    let table = format!("item,verdict\n{},{}\n", first + 1, VERDICTS[other]);
    let verdicts = read_verdicts(table.as_bytes()).unwrap();
    let after = with_verdicts(before, &verdicts);
    let found = differences(&old, &[(Why::Program, old.clone()), (Why::Verdicts, after.document())]);
    assert!(!found.is_empty() && found.iter().all(|difference| difference.why == [Why::Verdicts]));
    assert!(
        found.iter().all(|difference| !difference.of.starts_with("C5") && !difference.of.starts_with("grounds")),
        "{found:?}"
    );
    assert!(found.iter().any(|difference| difference.of == format!("verdicts.{}", VERDICTS[other])));
    assert_eq!(differences(&old, &[(Why::Program, old.clone())]), Vec::new());
    for bad in [
        "",
        "a,b\n",
        "item,verdict\n0,mixed\n",
        "item,verdict\n1,perhaps\n",
        "item,verdict\n1,mixed\n1,mixed\n",
        "item,verdict\n1\n",
    ] {
        assert!(read_verdicts(bad.as_bytes()).is_err() || bad.is_empty(), "{bad}");
    }
}

#[test]
fn the_stored_answers_are_judged_by_another_rule() {
    let rubric = Rubric::load().unwrap();
    let before = some();
    let expected = rubric.judge(&before.reviews[0].answers).verdict;
    let after = judged_by(before, rubric);
    // Both reviewers answered the same, so all that have answers are settled alike.
    assert!(!after.frame.judged.is_empty());
    let is_alike = |row: &JudgedRow| VERDICTS[usize::from(row.verdict)] == expected && row.blind == [row.verdict; 2];
    assert!(after.frame.judged.iter().all(is_alike), "{expected}");
}
