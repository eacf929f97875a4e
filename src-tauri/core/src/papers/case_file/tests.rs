//! Moments of a case file: what is put in order, what is widened, and how it is worded.

use super::times::{in_full, said};
use super::*;
use crate::model::time::{ASTANA, Basis};
use crate::texts::{Lang, NO_BREAK, Texts};
use proptest::prelude::*;

fn told(what: &str, moment: Moment) -> Told {
    Told {
        what: what.to_owned(),
        of: String::new(),
        items: String::new(),
        when: When { moment, only_month: false },
        span_of: 0,
        confidence: String::new(),
        exhibits: Vec::new(),
        overlaps: Vec::new(),
    }
}

fn whole(moment: Moment) -> When {
    When { moment, only_month: false }
}

#[test]
fn a_day_and_an_hour_within_it_have_no_order_and_the_day_after_has() {
    let day = |day| Moment::day(2025, 3, day, ASTANA, Basis::Document).unwrap();
    let noon = Moment::minute((2025, 3, 14), 12, 0, ASTANA, Basis::Observed).unwrap();
    let lines = in_order(vec![told("c", day(15)), told("b", noon), told("a", day(14))]);
    let order: Vec<(&str, &[u32])> = lines.iter().map(|told| (told.what.as_str(), told.overlaps.as_slice())).collect();
    assert_eq!(order, [("a", &[][..]), ("b", &[1][..]), ("c", &[][..])]);
}

#[test]
fn a_span_of_many_items_says_nothing_of_their_order() {
    let day = |day| Moment::day(2025, 3, day, ASTANA, Basis::Document).unwrap();
    let span = Moment { latest: day(20).latest, ..day(1) };
    let lines = in_order(vec![Told { span_of: 9, ..told("many", span) }, told("one", day(5))]);
    assert!(lines.iter().all(|told| told.overlaps.is_empty()));
}

#[test]
fn a_moment_is_worded_as_finely_as_it_is_known() {
    let english = Texts::new(Lang::En);
    let check = |moment: Moment, short: &str, full: &str| {
        let plain = |words: String| words.replace(NO_BREAK, " ");
        assert_eq!(
            (plain(said(&whole(moment), &english)), plain(in_full(&whole(moment), &english))),
            (short.into(), full.into())
        );
    };
    let day = Moment::day(2025, 3, 14, ASTANA, Basis::Document).unwrap();
    check(day, "14 March 2025", "14 March 2025, 00:00–23:59 (to the day; UTC+05:00)");
    let minute = Moment::minute((2025, 3, 14), 9, 5, 360, Basis::Document).unwrap();
    check(minute, "14 March 2025, 09:05", "14 March 2025, 09:05:00–09:05:59 (to the minute; UTC+06:00)");
    let exact = Moment::exact(day.earliest.unwrap() + 3_661, ASTANA, Basis::Document);
    check(exact, "14 March 2025, 01:01:01", "14 March 2025, 01:01:01 (to the second; UTC+05:00)");
    let interval =
        Moment { latest: Some(day.latest.unwrap() + 86_400), precision: crate::model::time::Precision::Unknown, ..day };
    let words = "from 14 March 2025, 00:00 to 15 March 2025, 23:59";
    check(interval, words, &format!("{words} (an interval; UTC+05:00)"));
    check(Moment::unknown(), "not known", "not known");
    let month = When { moment: month_of(&exact), only_month: true };
    assert_eq!((said(&month, &english), in_full(&month, &english)), ("03.2025".to_owned(), "03.2025".to_owned()));
}

#[test]
fn numbers_that_follow_each_other_are_one_span() {
    assert_eq!((spans(&[]), spans(&[4]), spans(&[1, 2, 3, 5, 8, 9])), (String::new(), "4".to_owned(), "1–3, 5, 8–9".to_owned()));
}

proptest! {
    /// A month holds the moment that it was made of, begins and ends with a month, and is the same for every moment of that month.
    #[test]
    fn a_month_tells_nothing_finer(second in 0i64..4_000_000_000, wide in 0i64..5_000_000, zone in -600i32..=840) {
        let moment = Moment { latest: Some(second + wide), ..Moment::exact(second, zone, Basis::Witness) };
        let month = month_of(&moment);
        let (from, to) = month.bounds().unwrap();
        prop_assert!(from <= second && second + wide <= to);
        prop_assert_eq!(month_of(&month), month);
        let first = Moment::exact(from, zone, Basis::Witness);
        prop_assert_eq!(month_of(&first).earliest, Some(from));
        prop_assert_eq!(month_of(&Moment::exact(from - 1, zone, Basis::Witness)).latest, Some(from - 1));
    }
}
