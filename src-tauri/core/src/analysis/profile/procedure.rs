//! C5, C6: reasons and due process. Each item of the two lists is yes, no or unknown; unknown is never "no".

use super::{Figure, Population, Selection, Tally};
use crate::analysis::frame::{OrderRow, Reasons, Tri};

/// One question about an order.
struct Asked {
    name: &'static str,
    method: &'static str,
    answer: fn(&OrderRow) -> Tri,
}

// C5: six items over orders whose text was seen. Headings are the first and the third: no reason at all, and individual reasons.
const REASONS: [Asked; 6] = [
    Asked {
        name: "C5.any_reason",
        method: "C5/1",
        answer: |order| match order.reasons {
            Reasons::None => Tri::No,
            Reasons::Formula | Reasons::CaseSpecific => Tri::Yes,
            Reasons::Unknown => Tri::Unknown,
        },
    },
    Asked { name: "C5.refers_to_content", method: "C5/1", answer: |order| order.names_items },
    Asked {
        name: "C5.individual_reasons",
        method: "C5/1",
        answer: |order| match order.reasons {
            Reasons::CaseSpecific => Tri::Yes,
            Reasons::None | Reasons::Formula => Tri::No,
            Reasons::Unknown => Tri::Unknown,
        },
    },
    Asked { name: "C5.cites_law", method: "C5/1", answer: |order| Tri::is(order.cites) },
    Asked { name: "C5.cites_paragraph", method: "C5/1", answer: |order| order.cites_paragraph },
    Asked { name: "C5.names_remedy", method: "C5/1", answer: |order| order.informs_of_appeal },
];

// C6: what the register records of due process at the order itself. Appeals are counted by item.
const PROCESS: [Asked; 3] = [
    Asked { name: "C6.author_notified", method: "C6/1", answer: |order| order.author_notified },
    Asked {
        name: "C6.court_authorised",
        method: "C6/1",
        // An order that was not read may rest on an act that nobody knows of.
        answer: |order| {
            if order.court_act {
                Tri::Yes
            } else if order.is_seen {
                Tri::No
            } else {
                Tri::Unknown
            }
        },
    },
    Asked { name: "C6.experts_decided", method: "C6/1", answer: |order| if order.experts { Tri::Yes } else { Tri::Unknown } },
];

/// Makes the figures of C5 and C6.
pub(super) fn figures(selection: &Selection<'_>) -> Vec<Figure> {
    let mut list = shares(selection, &REASONS, |order| order.is_seen);
    list.extend(shares(selection, &PROCESS, |_| true));
    list.extend(appeals(selection));
    list
}

// One way through the orders for all questions: they are many.
fn shares(selection: &Selection<'_>, asked: &[Asked], counts: impl Fn(&OrderRow) -> bool) -> Vec<Figure> {
    let mut tallies: Vec<Tally> = asked.iter().map(|_| Tally::of(selection.frame.clusters)).collect();
    for order in selection.orders().filter(|order| order.is_in_shares && counts(order)) {
        for (tally, asked) in tallies.iter_mut().zip(asked) {
            tally.add_tri(order.cluster, (asked.answer)(order));
        }
    }
    let share = |(tally, asked): (&Tally, &Asked)| {
        tally.share(asked.name, asked.method, Population::Recorded).with("caveat-known-orders-only")
    };
    tallies.iter().zip(asked).map(share).collect()
}

// Of the appeals that were decided, those that went against the order; and of those, what was put back. Never extrapolated: who appeals differs.
fn appeals(selection: &Selection<'_>) -> [Figure; 2] {
    let fresh = || Tally::of(selection.frame.clusters);
    let (mut annulled, mut restored) = (fresh(), fresh());
    let mut appeals = selection.frame.appeals.iter().peekable();
    for (place, order) in places(selection) {
        while appeals.next_if(|appeal| appeal.item < place).is_some() {}
        let Some(appeal) = appeals.next_if(|appeal| appeal.item == place) else { continue };
        match appeal.result.as_str() {
            "reversed" | "partly" => {
                annulled.add(order.cluster, true);
                restored.add(order.cluster, appeal.reinstated.is_some());
            }
            "upheld" | "none" => annulled.add(order.cluster, false),
            _ => annulled.add_unknown(),
        }
    }
    [
        annulled.share("C6.annulled_on_appeal", "C6/1", Population::Recorded).with("caveat-who-appeals"),
        restored.share("C6.restored_after_success", "C6/1", Population::Recorded).with("caveat-who-appeals"),
    ]
}

fn places<'f>(selection: &Selection<'f>) -> impl Iterator<Item = (u32, &'f OrderRow)> {
    selection
        .orders()
        .filter(|order| order.is_in_shares)
        .flat_map(|order| (order.items.0..order.items.0.saturating_add(order.items.1)).map(move |place| (place, order)))
}
