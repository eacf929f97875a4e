//! Invented facts for the tests of papers.

use super::super::brief::{Brief, Level, Share};

const CODES: [&str; 6] = ["real_bullying", "legitimate_criticism", "mixed", "other_unlawful", "other_lawful", "cannot_tell"];

/// Returns a share with an invented interval of ten points on either side.
fn share(count: u32, of: u32, cannot_tell: u32, level: Level) -> Share {
    let part = |x: u32| (of > 0).then(|| f64::from(x) / f64::from(of));
    let estimate = part(count);
    Share {
        count,
        of,
        level,
        estimate,
        low: estimate.map(|p| (p - 0.10).max(0.0)),
        high: estimate.map(|p| (p + 0.10).min(1.0)),
        band_low: estimate,
        band_high: part(count + cannot_tell),
    }
}

/// Returns facts with these counts of verdicts, in their fixed order.
pub(in super::super) fn brief(counts: [u32; 6], level: Level) -> Brief {
    let of: u32 = counts.iter().sum();
    let [bullying, criticism, .., cannot_tell] = counts;
    Brief {
        organisation: "Сөз бостандығы мониторингі".into(),
        first_day: "2026-03-02".into(),
        last_day: "2026-06-28".into(),
        complaints: 51,
        orders: 36,
        orders_seen: 27,
        items: of + 16,
        reviewed: of,
        reviewed_apart: 0,
        verdicts: CODES.iter().map(ToString::to_string).zip(counts).collect(),
        criticism: share(criticism, of, cannot_tell, level),
        bullying: share(bullying, of, cannot_tell, level),
        deadlines: [("met", 12), ("missed", 5), ("indeterminate", 9), ("running", 1), ("unknown", 9)]
            .map(|(s, n)| (s.into(), n))
            .into(),
        pairs: u64::from(of),
        same: u64::from(of),
        alpha: (of > 0).then_some(0.83),
        alpha_criticism: (of > 0).then_some(0.8),
        agreement_low: false,
        questions_below: Vec::new(),
        rubric: "1.0.0".into(),
        rubric_digest: "0a".repeat(32),
        snapshot: "1b".repeat(32),
        ledger_size: 1_234,
        ledger_root: "2c".repeat(32),
        day: "2026-07-14".into(),
        is_example: true,
        ministry_days: Default::default(),
        ministry_answer: None,
    }
}

/// Returns the facts of an ordinary register.
pub(in super::super) fn ordinary() -> Brief {
    brief([7, 26, 3, 1, 2, 2], Level::Headline)
}

/// Returns registers at the ends of what can be counted.
pub(in super::super) fn ends() -> Vec<Brief> {
    vec![
        ordinary(),
        brief([1, 9, 0, 0, 1, 1], Level::Interval),
        brief([1, 2, 0, 0, 1, 1], Level::Counts),
        brief([0, 1, 0, 0, 0, 0], Level::Counts),
        brief([2, 0, 0, 0, 1, 1], Level::Counts),
        brief([0; 6], Level::Nothing),
        brief([20, 0, 3, 1, 2, 4], Level::Interval),
        brief([0, 30, 0, 0, 0, 0], Level::Interval),
        Brief {
            organisation: String::new(),
            orders: 0,
            complaints: 0,
            first_day: String::new(),
            last_day: String::new(),
            ..ordinary()
        },
        Brief {
            complaints: 30_412,
            orders: 21_199,
            orders_seen: 15_899,
            ..brief([412, 9_731, 803, 151, 622, 1_204], Level::Headline)
        },
    ]
}
