//! Promises of the figures of a register as it stands in its vault.

use super::frame::Frame;
use super::profile::{Selection, deadlines};
use crate::model::time::{Basis, DeadlineState, Moment, TERM_SECONDS, deadline_of};
use crate::store::tests::{all, import, make, new_order, numbered};
use crate::store::{Item, OrderItemFacts};

#[test]
fn deadlines_are_counted_anew_when_a_term_ends_or_something_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let received = [(1_000_000, 1_000_000), (1_000_000, 1_003_600), (1_050_000, 1_050_000)];
    let mut orders = numbered(4);
    for (order, (earliest, latest)) in orders.iter_mut().zip(received) {
        order.order.received = Moment { latest: Some(latest), ..Moment::exact(earliest, 300, Basis::Document) };
        order.items[0].1.outcome = "refused".to_owned();
    }
    let states = [DeadlineState::Met, DeadlineState::Missed, DeadlineState::Indeterminate, DeadlineState::Running];
    let compare = |now: i64, asked: &[i64]| {
        let frame = Frame::read(&vault, &|_, _| true).unwrap();
        for now in asked.iter().map(|step| now + step) {
            let mut expect = [0_u64; 4];
            for row in vault.list_orders(&all(""), 0, 99).unwrap().2 {
                let state = deadline_of(&row.received, &row.outcomes, now);
                if let Some(at) = states.iter().position(|own| *own == state) {
                    expect[at] += 1;
                }
            }
            let counted = deadlines(&Selection::whole(&frame), now);
            let found = states.map(|state| counted.iter().find(|(code, _)| code == state.code()).unwrap().1);
            assert_eq!(found, expect, "{now}");
        }
    };
    import(&vault, &orders, &mut |_, _, _| true).unwrap();
    // Forwards and backwards through every end of every term.
    for end in [1_000_000, 1_003_600, 1_050_000].map(|at| at + TERM_SECONDS) {
        compare(end, &[-10, 0, 1, 2, -1, 0]);
    }
    let mut late = new_order("late", vec![(Item::at("http://b.example/9"), OrderItemFacts::default())]);
    late.order.received = Moment::exact(1_100_000, 300, Basis::Document);
    import(&vault, &[late], &mut |_, _, _| true).unwrap();
    compare(1_100_000, &[0, 90_000]);
}
