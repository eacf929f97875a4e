//! Rules that a record must keep whoever writes it: a form, the command line, an import or an open export read back.

use super::kinds::{Field, Fields, Held, Kind, Shape};
use super::time::Moment;
use crate::id::Id;

/// A record that must not be written as it is, and the field at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breach {
    /// The field.
    pub field: &'static str,
}

/// Longest text of one field, in characters: as long as the longest note that an import makes.
pub const TEXT_CHARS_MAX: usize = 80_000;

/// Pairs of moments of one record of which the first cannot lie after the second.
const ORDERED: [(&str, &str, &str); 12] = [
    ("authorities", "valid_from", "valid_to"),
    ("representatives", "appointed", "ended"),
    ("provision_versions", "in_force_from", "in_force_to"),
    ("occupancies", "held_from", "held_to"),
    ("expert_decisions", "requested", "decided"),
    ("coverage_periods", "watched_from", "watched_to"),
    ("proceedings", "filed", "decided"),
    ("complaints", "filed", "decided"),
    ("order_items", "last_seen_up", "first_seen_down"),
    ("order_items", "appeal_filed", "appeal_decided"),
    ("order_items", "complied", "reinstated"),
    ("orders", "received", "closed"),
];

/// Checks a record against its kind and the rules of the domain.
///
/// # Errors
/// The first field at fault: a needed one that is empty, a code that is not on the list, a moment that is not sound or lies for certain
/// before the one it must follow, words about child sexual material (of which a register keeps a stub and nothing else).
pub fn check(kind: &Kind, id: Option<&Id>, fields: &Fields) -> Result<(), Breach> {
    shape(kind, id, fields)?;
    for (name, before, after) in ORDERED {
        if name == kind.name
            && let (Some(Held::Moment(a)), Some(Held::Moment(b))) = (fields.get(before), fields.get(after))
            && is_before(b, a)
        {
            return Err(Breach { field: kind.field(after).map_or("", |f| f.name) });
        }
    }
    Ok(())
}

/// Checks what every record keeps: all of [`check`] but the order of its times. What a register holds, contradictions included, can always be
/// read back.
///
/// # Errors
/// As [`check`].
pub fn shape(kind: &Kind, id: Option<&Id>, fields: &Fields) -> Result<(), Breach> {
    for field in kind.fields {
        let held = fields.get(field.name).unwrap_or(&Held::Nothing);
        if (field.needed && held.is_nothing()) || !fits(field, held) {
            return Err(Breach { field: field.name });
        }
    }
    if kind.name == "items" && fields.contains_key("stub") {
        stub(fields)?;
    }
    for name in ["dup_of", "successor_of"] {
        if let (Some(Held::Link(to)), Some(own)) = (fields.get(name), id)
            && to == own
        {
            return Err(Breach { field: kind.field(name).map_or("", |f| f.name) });
        }
    }
    if kind.name == "comparator_pairs" && fields.get("item_a") == fields.get("item_b") {
        return Err(Breach { field: "item_b" });
    }
    Ok(())
}

/// Child sexual material is never kept: neither where it is, nor what it says, nor what it is like.
fn stub(fields: &Fields) -> Result<(), Breach> {
    for field in ["locator", "text", "topic", "topics", "author"] {
        if fields.contains_key(field) {
            return Err(Breach { field });
        }
    }
    if fields.contains_key("referral_note") { Ok(()) } else { Err(Breach { field: "referral_note" }) }
}

fn fits(field: &Field, held: &Held) -> bool {
    match (field.shape, held) {
        (_, Held::Nothing) => true,
        (Shape::Text | Shape::Long, Held::Text(text)) => !text.is_empty() && text.chars().count() <= TEXT_CHARS_MAX,
        (Shape::Code(values, unset), Held::Text(code)) => values.contains(&code.as_str()) && code != unset,
        (Shape::Codes(values), Held::Codes(codes)) => !codes.is_empty() && codes.iter().all(|c| values.contains(&c.as_str())),
        (Shape::Number, Held::Number(n)) => *n >= 0,
        (Shape::Moment, Held::Moment(m)) => m.is_sound() && m.bounds().is_some(),
        (Shape::Link(_) | Shape::About, Held::Link(_)) | (Shape::Mark, Held::Mark) => true,
        _ => false,
    }
}

/// Says whether one moment lies before another for certain.
#[must_use]
pub fn is_before(a: &Moment, b: &Moment) -> bool {
    matches!((a.bounds(), b.bounds()), (Some((_, a)), Some((b, _))) if a < b)
}

/// Whether something held at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// For certain.
    Yes,
    /// For certain not.
    No,
    /// The intervals do not decide.
    Unknown,
}

/// Says whether what began at `from` and ended at `to` held at `when`. A beginning or an end that nobody knows decides nothing, except
/// that an absent end means "still" when `open_end` says so.
#[must_use]
pub fn held_at(from: Option<&Moment>, to: Option<&Moment>, open_end: bool, when: &Moment) -> Holds {
    let Some((first, last)) = when.bounds() else { return Holds::Unknown };
    let began = from.and_then(Moment::bounds);
    let ended = to.and_then(Moment::bounds);
    if began.is_some_and(|(earliest, _)| last < earliest) || ended.is_some_and(|(_, latest)| first > latest) {
        return Holds::No;
    }
    let surely_began = began.is_some_and(|(_, latest)| first >= latest);
    let surely_lasts = ended.map_or(open_end, |(earliest, _)| last <= earliest);
    if surely_began && surely_lasts { Holds::Yes } else { Holds::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinds::KINDS;
    use crate::model::time::{ASTANA, Basis};
    use proptest::prelude::*;

    fn day(d: u32) -> Moment {
        Moment::day(2025, 3, d, ASTANA, Basis::Document).unwrap()
    }

    fn kind(name: &str) -> &'static Kind {
        Kind::named(name).unwrap()
    }

    #[test]
    fn a_stub_keeps_no_address_and_no_words() {
        let mark = ("stub", Held::Mark);
        let note = ("referral_note", Held::Text("переслано".to_owned()));
        let check = |fields: Fields| check(kind("items"), None, &fields).map_err(|b| b.field);
        assert_eq!(check(Fields::from([mark.clone(), note.clone()])), Ok(()));
        assert_eq!(check(Fields::from([mark.clone()])), Err("referral_note"));
        for field in ["locator", "text", "topic"] {
            let words = (field, Held::Text("x".to_owned()));
            assert_eq!(check(Fields::from([mark.clone(), note.clone(), words])), Err(field));
        }
    }

    #[test]
    fn an_end_before_its_beginning_is_refused_only_when_certain() {
        let check = |from: Moment, to: Moment| {
            let fields = Fields::from([
                ("watched_from", Held::Moment(from)),
                ("watched_to", Held::Moment(to)),
                ("sources_watched", Held::Text("хабарламалар".to_owned())),
            ]);
            check(kind("coverage_periods"), None, &fields).map_err(|b| b.field)
        };
        assert_eq!(check(day(3), day(4)), Ok(()));
        assert_eq!(check(day(3), day(3)), Ok(()));
        assert_eq!(check(day(4), day(3)), Err("watched_to"));
    }

    #[test]
    fn what_is_needed_is_asked_for() {
        for kind in KINDS {
            let first = kind.fields.iter().find(|f| f.needed).map(|f| f.name);
            assert_eq!(check(kind, None, &Fields::new()).map_err(|b| b.field).err(), first, "{}", kind.name);
        }
    }

    #[test]
    fn whether_something_held_is_told_by_intervals() {
        let check = |from: Option<Moment>, to: Option<Moment>, open, when: Moment, expect| {
            assert_eq!(held_at(from.as_ref(), to.as_ref(), open, &when), expect);
        };
        check(Some(day(3)), None, true, day(5), Holds::Yes);
        check(Some(day(3)), None, false, day(5), Holds::Unknown);
        check(Some(day(3)), Some(day(4)), true, day(5), Holds::No);
        check(Some(day(6)), None, true, day(5), Holds::No);
        check(Some(day(3)), Some(day(5)), true, day(5), Holds::Unknown);
        check(None, None, true, day(5), Holds::Unknown);
        check(Some(day(3)), None, true, Moment::unknown(), Holds::Unknown);
    }

    proptest! {
        /// A definite answer is right for every point of the three intervals.
        #[test]
        fn a_definite_answer_holds_for_every_point(a in 0i64..50, wa in 0i64..20, b in 0i64..80, wb in 0i64..20, w in 0i64..90, ww in 0i64..20) {
            let m = |from: i64, wide: i64| Moment { earliest: Some(from), latest: Some(from + wide), ..day(1) };
            let answer = held_at(Some(&m(a, wa)), Some(&m(b, wb)), true, &m(w, ww));
            for began in [a, a + wa] { for ended in [b, b + wb] { for when in [w, w + ww] {
                let held = began <= when && when <= ended;
                if answer == Holds::Yes { prop_assert!(held); }
                if answer == Holds::No { prop_assert!(!held); }
            } } }
        }
    }
}
