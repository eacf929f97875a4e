//! What a column may hold, and which column of a file holds it by its name. People confirm every proposal.

use super::addresses::{is_address, is_ip};
use super::dates::{DateOrder, read_date};
use super::table::{Preset, Table};
use super::words::words;
use crate::model::fold::fold_header;

/// Rows whose cells are looked at when a column has no name.
const SAMPLE_ROWS: usize = 200;
/// Letters of a sample.
const SAMPLE_LETTERS: usize = 120;

macro_rules! fields {
    ($($(#[$doc:meta])+ $variant:ident = $code:literal),+ $(,)?) => {
        /// What a column holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])+ $variant),+ }

        impl Field {
            /// All fields, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the name on the wire.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a name from the wire.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

fields! {
    /// Number of the order.
    Number = "number",
    /// Kind of act.
    Instrument = "instrument",
    /// Who issued it.
    Authority = "authority",
    /// Date of the order.
    Issued = "issued",
    /// When the platform received it.
    Received = "received",
    /// By when it had to be obeyed.
    Deadline = "deadline",
    /// When it was obeyed.
    Complied = "complied",
    /// Platform by name.
    Platform = "platform",
    /// Address of the item.
    Locator = "locator",
    /// Host of the item.
    Host = "host",
    /// Network addresses of the host.
    Ip = "ip",
    /// Cited provisions.
    Provisions = "provisions",
    /// Reason as the order states it.
    Reason = "reason",
    /// What the item is about in truth.
    Topic = "topic",
    /// Text of the item.
    Content = "content",
    /// Title of the item.
    Title = "title",
    /// Author or account.
    Author = "author",
    /// Language of the item.
    Language = "language",
    /// Place.
    Place = "place",
    /// What happened to the item.
    Outcome = "outcome",
    /// Somebody's verdict.
    Verdict = "verdict",
    /// Who gave the verdict.
    Reviewer = "reviewer",
    /// Where it is known from.
    Evidence = "evidence",
    /// Notes.
    Note = "note",
    /// Marked as confidential.
    Confidential = "confidential",
    /// Not imported.
    Ignore = "ignore",
}

/// What a column seems to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnProposal {
    /// Place from 0.
    pub index: usize,
    /// Header as written, empty when the file has none.
    pub header: String,
    /// First values that are not empty, at most three.
    pub samples: Vec<String>,
    /// The field proposed.
    pub field: Field,
    /// A field that its name fits too, but that a better column holds.
    pub contested: Option<Field>,
    /// Its name or its cells say that it holds names, phones, schools or ages: better not imported.
    pub is_private: bool,
}

/// How well a header fits a field; the larger the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    strong: bool,
    exact: bool,
    words: usize,
}

/// Proposes a field for every column. Two columns never hold one field: the one that fits worse is left out and says so.
#[must_use]
pub fn propose(table: &Table) -> Vec<ColumnProposal> {
    let headers: Vec<String> = (0..table.columns()).map(|index| table.header_of(index)).collect();
    let rows = sample_rows(table);
    let mut fits: Vec<(usize, Option<(Fit, Field)>)> =
        headers.iter().enumerate().map(|(index, header)| (index, fit_of(header))).collect();
    if let Some(Preset::RknDump) = table.preset() {
        return rkn_columns(&rows);
    }
    if table.header_line().is_none() {
        fits = (0..table.columns()).map(|index| (index, guess(&rows, index))).collect();
    }
    // Best first; of equals the column further left.
    let mut ranked: Vec<(Fit, Field, usize)> =
        fits.iter().filter_map(|(index, fit)| fit.map(|(fit, field)| (fit, field, *index))).collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)));
    let mut taken: Vec<(Field, usize)> = Vec::new();
    for (_, field, index) in ranked {
        if field != Field::Ignore && !taken.iter().any(|(held, _)| *held == field) {
            taken.push((field, index));
        }
    }
    let field_of = |index: usize| taken.iter().find(|(_, holder)| *holder == index).map(|(field, _)| *field);
    fits.iter()
        .zip(headers)
        .map(|((index, fit), header)| {
            let wanted = fit.map(|(_, field)| field).filter(|field| *field != Field::Ignore);
            let field = field_of(*index).unwrap_or(Field::Ignore);
            let contested = wanted.filter(|wanted| *wanted != field);
            let is_private = is_private(&header, &rows, *index);
            let field = if is_private { Field::Ignore } else { field };
            ColumnProposal { index: *index, header, samples: samples(&rows, *index), field, contested, is_private }
        })
        .collect()
}

/// Says which field a header names for sure: used to find the header row.
pub(super) fn named_field(header: &str) -> Option<Field> {
    fit_of(header).filter(|(fit, _)| fit.exact || fit.words >= 2).map(|(_, field)| field)
}

fn rkn_columns(rows: &[Vec<String>]) -> Vec<ColumnProposal> {
    let fields = [Field::Ip, Field::Host, Field::Locator, Field::Authority, Field::Number, Field::Issued];
    let column = |(index, field)| ColumnProposal {
        index,
        header: String::new(),
        samples: samples(rows, index),
        field,
        contested: None,
        is_private: false,
    };
    fields.into_iter().enumerate().map(column).collect()
}

/// Says whether a column names people or tells where a child is to be found: by its name, or because most cells are telephone numbers.
fn is_private(header: &str, rows: &[Vec<String>], index: usize) -> bool {
    let folded = fold_header(header);
    let own: Vec<&str> = folded.split(' ').collect();
    let named = words().private.iter().any(|name| {
        let name: Vec<&str> = name.split(' ').collect();
        own.windows(name.len()).any(|run| run == name)
    });
    let (mut filled, mut phones) = (0_usize, 0_usize);
    for cell in rows.iter().filter_map(|row| row.get(index)).filter(|cell| !cell.is_empty()) {
        filled += 1;
        phones += usize::from(is_phone(cell));
    }
    named || (filled > 0 && phones * 10 >= filled * 6)
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let starts = cell.starts_with("+7")
        || cell.starts_with("8 7")
        || cell.starts_with("8(7")
        || cell.starts_with("8-7")
        || cell.starts_with("87");
    starts && digits == 11 && cell.chars().all(|letter| letter.is_ascii_digit() || " +-()".contains(letter))
}

fn sample_rows(table: &Table) -> Vec<Vec<String>> {
    let (mut rows, mut walk) = (Vec::new(), table.walk());
    while let Some((_, row)) = walk.next() {
        rows.push(row.cells().map(|cell| cell.chars().take(2000).collect()).collect());
        if rows.len() >= SAMPLE_ROWS {
            break;
        }
    }
    rows
}

fn fit_of(header: &str) -> Option<(Fit, Field)> {
    let folded = fold_header(header);
    // A share is a figure about orders, never a part of one.
    if folded.is_empty() || header.contains('%') {
        return None;
    }
    let own: Vec<&str> = folded.split(' ').collect();
    let fits = words().headers.iter().filter_map(|synonym| {
        let field = Field::parse(&synonym.field)?;
        let exact = synonym.name == folded;
        let count = synonym.name.split(' ').count();
        // A weak name counts only alone: "id" is a number of last resort, "id автора" is none.
        // Words that stand apart in a header are other words: "дата получения предписания" is no "дата предписания".
        let name: Vec<&str> = synonym.name.split(' ').collect();
        let contained = !synonym.weak && own.windows(name.len()).any(|run| run == name);
        // What names private data is left out whatever else the header says.
        let strong = !synonym.weak;
        let rank = (field == Field::Ignore && (exact || contained), Fit { strong, exact, words: count });
        (exact || contained).then_some((rank, field))
    });
    // Of equal fits the field offered first wins.
    let best = fits.reduce(|best, next| match next.0.cmp(&best.0) {
        std::cmp::Ordering::Greater => next,
        std::cmp::Ordering::Equal if next.1 < best.1 => next,
        _ => best,
    });
    best.map(|((_, fit), field)| (fit, field))
}

/// Tells by its cells what a column without a name may hold.
fn guess(rows: &[Vec<String>], index: usize) -> Option<(Fit, Field)> {
    let mut filled = 0_usize;
    let mut counts = [(Field::Locator, 0_usize), (Field::Ip, 0), (Field::Issued, 0), (Field::Host, 0)];
    for cell in rows.iter().filter_map(|row| row.get(index)).filter(|cell| !cell.is_empty()) {
        filled += 1;
        let ips = cell.split([' ', '|', ',', ';']).filter(|part| !part.is_empty()).all(is_ip);
        let date = cell.len() >= 6 && read_date(cell, DateOrder::Undecided).is_some();
        let address = !ips && is_address(cell);
        let slash = cell.contains('/');
        for (field, count) in &mut counts {
            *count += usize::from(match field {
                Field::Locator => address && slash,
                Field::Ip => ips,
                Field::Issued => date,
                _ => address && !slash,
            });
        }
    }
    let (field, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (filled > 0 && count * 10 >= filled * 9).then_some((Fit { strong: false, exact: false, words: count }, field))
}

fn samples(rows: &[Vec<String>], index: usize) -> Vec<String> {
    let filled = rows.iter().filter_map(|row| row.get(index)).filter(|cell| !cell.is_empty());
    filled.take(3).map(|cell| cell.chars().take(SAMPLE_LETTERS).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, table::open_bytes};
    use super::*;

    fn proposed(header: &str, row: &str) -> Vec<&'static str> {
        let table = open_bytes(format!("{header}\n{row}\n{row}\n").into_bytes(), "t.csv", &Limits::default()).unwrap();
        propose(&table).iter().map(|column| column.field.code()).collect()
    }

    #[test]
    fn codes_go_there_and_back() {
        for field in Field::ALL {
            assert_eq!(Field::parse(field.code()), Some(*field));
        }
        assert_eq!(Field::ALL.len(), 26);
        assert_eq!(Field::parse("price"), None);
    }

    #[test]
    fn headers_are_known_in_three_languages() {
        assert_eq!(
            proposed(
                "№ п/п;Номер предписания;Дата предписания;Уполномоченный орган;Ссылка;Дата получения;Примечание",
                "1;12-3;01.02.2024;МКИ;http://a.kz/1;02.02.2024;нет"
            ),
            ["ignore", "number", "issued", "authority", "locator", "received", "note"]
        );
        assert_eq!(
            proposed(
                "Нұсқама нөмірі,Нұсқама күні,Мемлекеттік орган,Сілтеме,Алынған күні,Орындалуы",
                "5-1,2024-02-01,МАМ,http://a.kz/1,2024-02-02,жойылды"
            ),
            ["number", "issued", "authority", "locator", "received", "outcome"]
        );
        assert_eq!(
            proposed("нускама номири,нускама куни,орган,силтеме", "5-1,2024-02-01,МАМ,http://a.kz/1"),
            ["number", "issued", "authority", "locator"],
            "Kazakh typed on a Russian keyboard"
        );
        assert_eq!(
            proposed("ID,start_date,end_date ,ordered_by ,legal_method ,notes", "7,1/2/2019,1/3/2019,court,order,x"),
            ["number", "issued", "complied", "authority", "provisions", "note"]
        );
    }

    #[test]
    fn two_columns_never_hold_one_field() {
        let table =
            open_bytes(b"id,order_number,url,link\n1,5-1,http://a.kz,http://b.kz\n".to_vec(), "t.csv", &Limits::default())
                .unwrap();
        let columns = propose(&table);
        let codes: Vec<_> = columns.iter().map(|c| (c.field, c.contested)).collect();
        assert_eq!(
            codes,
            [
                (Field::Ignore, Some(Field::Number)),
                (Field::Number, None),
                (Field::Locator, None),
                (Field::Ignore, Some(Field::Locator)),
            ]
        );
    }

    #[test]
    fn a_header_means_what_its_words_mean_together() {
        assert_eq!(
            proposed(
                "Номер предписания;Дата предписания;Дата получения предписания;Дата исполнения предписания;Ссылка",
                "1;01.03.2025;02.03.2025;03.03.2025;http://a.kz/1"
            ),
            ["number", "issued", "received", "complied", "locator"]
        );
        assert_eq!(
            proposed(
                "Номер предписания;Дата получения предписания;Дата рождения;Ссылка;Ответ от платформы",
                "1;02.03.2025;05.06.2012;http://a.kz/1;нет"
            ),
            ["number", "received", "ignore", "locator", "ignore"]
        );
        assert_eq!(
            proposed(
                "Date,Date order received,Removed on,Date of birth,URL",
                "2025-03-01,2025-03-02,2025-03-03,2012-06-05,http://a.kz/1"
            ),
            ["issued", "received", "complied", "ignore", "locator"]
        );
        assert_eq!(proposed("Нұсқаманың алынған күні;Сілтеме", "02.03.2025;http://a.kz/1"), ["received", "locator"]);
    }

    #[test]
    fn private_columns_are_left_out() {
        assert_eq!(
            proposed("url,ФИО автора,Возраст,Телефон", "http://a.kz,И.И.,14,0"),
            ["locator", "ignore", "ignore", "ignore"]
        );
    }

    #[test]
    fn what_names_people_is_advised_against() {
        let table = open_bytes(
            "Ссылка;Имя ребёнка;Мектебі;Связь;Номер предписания\nhttp://a.kz;А.;№ 5;+7 701 000 00 00;1\n".as_bytes().to_vec(),
            "t.csv",
            &Limits::default(),
        )
        .unwrap();
        let columns: Vec<_> = propose(&table).iter().map(|c| (c.field.code(), c.is_private)).collect();
        assert_eq!(columns, [("locator", false), ("ignore", true), ("ignore", true), ("ignore", true), ("number", false)]);
    }

    #[test]
    fn two_columns_of_one_name_are_both_shown_and_one_is_contested() {
        let table =
            open_bytes("Ссылка;Ссылка;Номер\nhttp://a.kz;http://b.kz;1\n".as_bytes().to_vec(), "t.csv", &Limits::default())
                .unwrap();
        let columns: Vec<_> = propose(&table).iter().map(|c| (c.field, c.contested)).collect();
        assert_eq!(columns[..2], [(Field::Locator, None), (Field::Ignore, Some(Field::Locator))]);
    }

    #[test]
    fn columns_without_names_are_known_by_their_cells() {
        let bytes = b"10.0.0.1,http://a.kz/1,2020-01-02,word\n10.0.0.2,http://a.kz/2,2020-01-03,\n".to_vec();
        let table = open_bytes(bytes, "t.csv", &Limits::default()).unwrap();
        let fields: Vec<_> = propose(&table).iter().map(|c| c.field.code()).collect();
        assert_eq!(fields, ["ip", "locator", "issued", "ignore"]);
        assert_eq!(propose(&table)[0].samples, ["10.0.0.1", "10.0.0.2"]);
    }
}
