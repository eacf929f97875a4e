//! What each audience of a paper may see, field by field, and what becomes of the rest. The decisions stand in a table that a lawyer can read,
//! with a reason on every line; what stands on no line of it is shown to nobody.

use super::audience::Audience;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../assets/redaction/audiences.tsv");

/// What of a field may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// All of it.
    Whole,
    /// Something coarser.
    Generalised(How),
    /// Nothing.
    Never,
}

/// What is shown instead of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The month of a moment.
    Month,
    /// The quarter of a moment.
    Quarter,
    /// The band of an age.
    Band,
    /// The service of an address.
    Platform,
    /// The region of a place.
    Region,
    /// The public label of the record.
    Label,
    /// A count, unless it is small.
    Few,
}

/// Whether a record is about content by which a child can be told, or that is intimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// It is not.
    Usual,
    /// It is: address and words are for court and lawyer alone.
    Sensitive,
}

/// How the leak check looks for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Searched {
    /// As the name of somebody.
    Name,
    /// As ways to reach somebody: numbers, addresses, accounts.
    Contact,
    /// As an address of content.
    Address,
    /// As words.
    Text,
}

struct Line {
    shown: [Shown; 5],
    searched: Option<Searched>,
}

static LINES: LazyLock<BTreeMap<(&str, &str), Line>> = LazyLock::new(|| lines().filter_map(read).collect());

/// Fields of a sensitive item, and of its translations, that only court and lawyer see.
const SENSITIVE: [(&str, &str); 5] =
    [("items", "locator"), ("items", "text"), ("items", "topic"), ("items", "author"), ("item_translations", "text")];

/// Says what of a field of a kind of record an audience may see.
#[must_use]
pub fn shows(audience: Audience, kind: &str, field: &str) -> Shown {
    LINES.get(&(kind, field)).and_then(|line| line.shown.get(place(audience)).copied()).unwrap_or(Shown::Never)
}

/// Says what of a field of one record an audience may see: less, where the record wants care.
#[must_use]
pub fn shows_of(audience: Audience, kind: &str, field: &str, care: Care) -> Shown {
    let may_see = matches!(audience, Audience::Court | Audience::Lawyer);
    if care == Care::Sensitive && !may_see && SENSITIVE.contains(&(kind, field)) {
        return Shown::Never;
    }
    shows(audience, kind, field)
}

/// Says how the leak check looks for a field, or that it does not: codes, numbers, moments and links say nothing by themselves.
#[must_use]
pub fn searched(kind: &str, field: &str) -> Option<Searched> {
    LINES.get(&(kind, field)).and_then(|line| line.searched)
}

const fn place(audience: Audience) -> usize {
    match audience {
        Audience::Court => 0,
        Audience::Lawyer => 1,
        Audience::Partner => 2,
        Audience::Press => 3,
        Audience::Public => 4,
    }
}

fn lines() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with('#')).skip(1)
}

fn read(line: &'static str) -> Option<((&'static str, &'static str), Line)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let &[kind, field, court, lawyer, partner, press, public, searched, _why] = cells.as_slice() else { return None };
    let shown = [court, lawyer, partner, press, public].map(|cell| shown(cell).unwrap_or(Shown::Never));
    Some(((kind, field), Line { shown, searched: searching(searched) }))
}

fn shown(cell: &str) -> Option<Shown> {
    Some(match cell {
        "whole" => Shown::Whole,
        "never" => Shown::Never,
        "month" => Shown::Generalised(How::Month),
        "quarter" => Shown::Generalised(How::Quarter),
        "band" => Shown::Generalised(How::Band),
        "platform" => Shown::Generalised(How::Platform),
        "region" => Shown::Generalised(How::Region),
        "label" => Shown::Generalised(How::Label),
        "few" => Shown::Generalised(How::Few),
        _ => return None,
    })
}

fn searching(cell: &str) -> Option<Searched> {
    Some(match cell {
        "name" => Searched::Name,
        "contact" => Searched::Contact,
        "address" => Searched::Address,
        "text" => Searched::Text,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kept::whole;
    use crate::model::kinds::{Hand, Shape};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    // From those who see least to those who see most.
    const RISING: [Audience; 5] = [Audience::Public, Audience::Press, Audience::Partner, Audience::Court, Audience::Lawyer];
    /// A rank for how much is seen.
    fn rank(shown: Shown) -> u8 {
        match shown {
            Shown::Never => 0,
            Shown::Generalised(How::Quarter) => 1,
            Shown::Generalised(_) => 2,
            Shown::Whole => 3,
        }
    }

    #[test]
    fn every_field_of_every_kind_was_decided_and_nothing_else() {
        let decided: Vec<(&str, &str)> = lines().map(|line| read(line).expect("nine cells").0).collect();
        let known: BTreeSet<(&str, &str)> =
            whole().flat_map(|kind| kind.fields.iter().map(|field| (kind.name, field.name))).collect();
        let unique: BTreeSet<(&str, &str)> = decided.iter().copied().collect();
        assert_eq!(decided.len(), unique.len(), "a field stands on two lines");
        let missing: Vec<_> = known.difference(&unique).collect();
        assert!(missing.is_empty(), "nobody decided who may see {missing:?}: assets/redaction/audiences.tsv");
        let odd: Vec<_> = unique.difference(&known).collect();
        assert!(odd.is_empty(), "no such field: {odd:?}");
        for line in lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells[2..7].iter().all(|cell| shown(cell).is_some()), "{line}");
            assert!(cells[7] == "-" || searching(cells[7]).is_some(), "{line}");
            assert!(cells[8].len() > 3, "no reason: {line}");
        }
    }

    #[test]
    fn what_nobody_listed_is_not_shown() {
        for audience in Audience::ALL {
            assert_eq!(shows(audience, "actors", "shoe_size"), Shown::Never);
            assert_eq!(shows(audience, "gardens", "name"), Shown::Never);
        }
    }

    #[test]
    fn sealed_fields_are_for_court_and_lawyer_at_most() {
        for (kind, field) in whole().flat_map(|kind| kind.fields.iter().map(move |field| (kind.name, field))) {
            for audience in [Audience::Partner, Audience::Press, Audience::Public].into_iter().filter(|_| field.sealed) {
                assert_ne!(shows(audience, kind, field.name), Shown::Whole, "{kind}.{} to {}", field.name, audience.code());
            }
            if field.name == "note" && field.hand == Hand::Person {
                assert_eq!(shows(Audience::Court, kind, "note"), Shown::Never, "{kind}.note");
                assert_eq!(shows(Audience::Lawyer, kind, "note"), Shown::Whole, "{kind}.note");
            }
        }
    }

    #[test]
    fn words_that_somebody_may_not_see_are_searched_for() {
        for (kind, field) in whole().flat_map(|kind| kind.fields.iter().map(move |field| (kind.name, field))) {
            let is_withheld = Audience::ALL.into_iter().any(|audience| {
                audience != Audience::Court && audience != Audience::Lawyer && shows(audience, kind, field.name) != Shown::Whole
            });
            let is_words = matches!(field.shape, Shape::Long) || field.sealed;
            if is_words && is_withheld && shows(Audience::Lawyer, kind, field.name) == Shown::Whole {
                assert!(searched(kind, field.name).is_some(), "{kind}.{} is withheld and not searched for", field.name);
            }
        }
    }

    proptest! {
        #[test]
        fn who_may_see_more_sees_all_that_others_see(place in 0_usize..400, sensitive: bool) {
            let fields: Vec<_> = LINES.keys().copied().collect();
            let (kind, field) = fields[place % fields.len()];
            let care = if sensitive { Care::Sensitive } else { Care::Usual };
            let ranks = RISING.map(|audience| rank(shows_of(audience, kind, field, care)));
            prop_assert!(ranks.is_sorted(), "{} {}: {:?}", kind, field, ranks);
        }
    }
}
