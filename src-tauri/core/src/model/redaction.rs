//! What each audience of a paper may see, field by field, and what becomes of the rest. The decisions stand in a table that a lawyer can read,
//! with a reason on every line; what stands on no line of it is shown to nobody.

use super::audience::Audience;
use super::time::{Basis, Moment, Precision};
use chrono::Datelike;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../assets/redaction/audiences.tsv");

/// Counts below this are withheld where they could tell a child.
pub const FEW: u64 = 5;

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
    /// The month of a moment: [`month_of`].
    Month,
    /// The quarter of a moment: [`quarter_of`].
    Quarter,
    /// The band of an age: [`band_of`].
    Band,
    /// The service of an address: [`platform_of`].
    Platform,
    /// The region of a place: [`region_of`].
    Region,
    /// The public label of the record.
    Label,
    /// A count, unless it is small: [`few_of`].
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

/// Widens a moment to its month; what is known no better stays, and nothing stays nothing.
#[must_use]
pub fn month_of(moment: &Moment) -> Moment {
    widened(moment, |month| (month, 1))
}

/// Widens a moment to its quarter.
#[must_use]
pub fn quarter_of(moment: &Moment) -> Moment {
    widened(moment, |month| ((month - 1) / 3 * 3 + 1, 3))
}

// Of the first month that a moment may be in to the last, each widened to the period that it is in.
fn widened(moment: &Moment, period: impl Fn(u32) -> (u32, u32)) -> Moment {
    let nothing = Moment { offset_minutes: moment.offset_minutes, basis: moment.basis, ..Moment::unknown() };
    let (Some(earliest), Some(latest)) = (moment.earliest, moment.latest) else { return nothing };
    let month = |second: i64, last: bool| -> Option<Moment> {
        let local = second.checked_add(i64::from(moment.offset_minutes) * 60)?;
        let day = chrono::DateTime::from_timestamp(local, 0)?.date_naive();
        let (first, months) = period(day.month());
        let month = if last { first + months - 1 } else { first };
        Moment::month(day.year(), month, moment.offset_minutes, Basis::Inferred)
    };
    let (Some(first), Some(last)) = (month(earliest, false), month(latest, true)) else { return nothing };
    let precision = if moment.precision == Precision::Year { Precision::Year } else { Precision::Month };
    Moment { earliest: first.earliest, latest: last.latest, precision, ..nothing }
}

/// Returns the code of the band of an age in years.
#[must_use]
pub const fn band_of(years: u32) -> &'static str {
    match years {
        0..13 => "under_13",
        13..16 => "13_15",
        16..18 => "16_17",
        _ => "adult",
    }
}

/// Returns the service of an address, as t.me, without what leads to a page of it; empty where it is no address.
#[must_use]
pub fn platform_of(locator: &str) -> String {
    let canonical = super::address::url_canonical(locator);
    let host = canonical.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.contains(char::is_whitespace) && !locator.contains('@');
    // A site of its own name, as name.example.kz, may be somebody's: the last two labels are the service.
    let labels: Vec<&str> = host.rsplit('.').take(2).collect();
    if is_host { labels.into_iter().rev().collect::<Vec<_>>().join(".") } else { String::new() }
}

/// Returns a count, unless it is so small that it could tell a child: then it is withheld, and papers say "fewer than 5". Nothing is nothing to hide.
#[must_use]
pub const fn few_of(count: u64) -> Option<u64> {
    if count > 0 && count < FEW { None } else { Some(count) }
}

/// The regions and the cities of republican rank: a code, and the beginnings of their names, folded.
const REGIONS: [(&str, &[&str]); 20] = [
    ("abai", &["абай обл", "абайск обл", "абаиск", "области абай", "область абай", "abai region", "abay region"]),
    ("akmola", &["акмол", "акмоли", "akmola"]),
    ("aktobe", &["актоб", "актюб", "aktobe", "aktyubinsk"]),
    ("almaty_region", &["алматинск", "алматы обл", "almaty region"]),
    ("atyrau", &["атырау", "атыраус", "atyrau"]),
    ("west", &["западно-казахстан", "батыс казакстан", "west kazakhstan"]),
    ("zhambyl", &["жамбыл", "zhambyl"]),
    ("zhetysu", &["жетису", "жетысу", "zhetysu", "jetisu"]),
    ("karaganda", &["караганд", "qaragandy", "karagand"]),
    ("kostanay", &["костана", "kostana"]),
    ("kyzylorda", &["кызылорд", "kyzylord"]),
    ("mangystau", &["мангиста", "мангыста", "mangyst"]),
    ("pavlodar", &["павлодар", "pavlodar"]),
    ("north", &["северо-казахстан", "солтустик казакстан", "north kazakhstan"]),
    ("turkistan", &["туркестан", "туркистан", "turkistan", "turkestan"]),
    ("ulytau", &["улытау", "ulytau"]),
    ("east", &["восточно-казахстан", "шыгыс казакстан", "east kazakhstan"]),
    ("shymkent", &["шымкент", "shymkent"]),
    ("astana", &["астан", "astana"]),
    ("almaty", &["алматы", "almaty"]),
];

/// Returns the code of the region that the words for a place name, or nothing: then nothing of the place is shown.
#[must_use]
pub fn region_of(place: &str) -> Option<&'static str> {
    let folded = super::fold::fold(place);
    let begins = |name: &str| {
        folded.match_indices(name).any(|(at, _)| !folded.get(..at).is_some_and(|before| before.ends_with(char::is_alphabetic)))
    };
    REGIONS.iter().find(|(_, names)| names.iter().any(|name| begins(name))).map(|(code, _)| *code)
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

        #[test]
        fn a_coarser_moment_holds_the_finer_one(second in -1_000_000_000_i64..4_000_000_000, long in 0_i64..20_000_000) {
            let moment = Moment::between(Some((second, second + long)));
            let (month, quarter) = (month_of(&moment), quarter_of(&moment));
            for (fine, coarse) in [(moment, month), (month, quarter)] {
                prop_assert!(coarse.earliest.unwrap() <= fine.earliest.unwrap() && coarse.latest.unwrap() >= fine.latest.unwrap());
            }
            prop_assert_eq!(month_of(&month), month);
            prop_assert_eq!(quarter_of(&quarter), quarter);
        }
    }

    #[test]
    fn moments_ages_addresses_places_and_counts_become_coarser() {
        let day = Moment::day(2026, 2, 14, 300, Basis::Document).unwrap();
        assert_eq!(month_of(&day).earliest, Moment::month(2026, 2, 300, Basis::Document).unwrap().earliest);
        assert_eq!(quarter_of(&day).latest, Moment::month(2026, 3, 300, Basis::Document).unwrap().latest);
        assert_eq!(month_of(&Moment::unknown()), Moment::unknown());
        assert_eq!([12, 13, 15, 16, 17, 18].map(band_of), ["under_13", "13_15", "13_15", "16_17", "16_17", "adult"]);
        for (locator, platform) in [
            ("https://t.me/arna/15", "t.me"),
            ("http://m.youtube.com/watch?v=x", "youtube.com"),
            ("https://somebody.blog.example/1", "blog.example"),
            ("the group «Class 5»", ""),
            ("mail@example.kz", ""),
        ] {
            assert_eq!(platform_of(locator), platform, "{locator}");
        }
        assert_eq!(region_of("Қарағанды облысы, Теміртау"), Some("karaganda"));
        assert_eq!(region_of("акимат Алматинской области"), Some("almaty_region"));
        assert_eq!(region_of("Алматы қаласы, №5 мектеп"), Some("almaty"));
        assert_eq!(region_of("школа № 5"), None);
        assert_eq!([0, 1, 4, 5].map(few_of), [Some(0), None, None, Some(5)]);
    }
}
