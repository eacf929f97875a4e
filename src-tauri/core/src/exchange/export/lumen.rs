//! Notices with the field names of Lumen's API (L→ of the domain model): one for each order. What may not leave is not here at all: sealed
//! fields, notes, names behind public labels, and addresses of items by which a child can be told or that are intimate.

use super::{OrderOut, moment, one_day, text};
use serde::Serialize;
use std::io::{Result, Write};

/// What the file says of itself.
pub const NOTE: &str = "Lumen-like: field names of Lumen's API, no affiliation. One notice for each order; sealed fields are left out, people are named by their public labels only, and addresses of items that identify a child or are intimate are withheld.";

/// A file of notices that is being written.
pub struct Lumen<W: Write> {
    out: W,
    submitter: String,
    rows: u64,
}

#[derive(Serialize)]
struct Notice<'o> {
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_sent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_received: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'o str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'o str,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_type: Option<&'static str>,
    action_taken: &'static str,
    jurisdiction_list: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    regulation_list: Vec<&'o str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    local_jurisdiction_laws: &'o str,
    #[serde(skip_serializing_if = "str::is_empty")]
    case_id_number: &'o str,
    #[serde(skip_serializing_if = "str::is_empty")]
    tag_list: &'o str,
    url_count: usize,
    works: Vec<Work<'o>>,
    entity_notice_roles: Vec<Role<'o>>,
    tarazy: Own<'o>,
}

#[derive(Serialize)]
struct Work<'o> {
    #[serde(skip_serializing_if = "str::is_empty")]
    kind: &'o str,
    description: String,
    infringing_urls: Vec<Url<'o>>,
}

#[derive(Serialize)]
struct Url<'o> {
    url: &'o str,
}

#[derive(Serialize, PartialEq)]
struct Role<'o> {
    name: &'static str,
    entity: Entity<'o>,
}

#[derive(Serialize, PartialEq)]
struct Entity<'o> {
    name: &'o str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
}

// What Lumen has no field for.
#[derive(Serialize)]
struct Own<'o> {
    id: String,
    reference: &'o str,
    urls_withheld: usize,
}

impl<W: Write> Lumen<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(mut out: W, app: &str, submitter: &str) -> Result<Self> {
        let quoted = |text: &str| serde_json::to_string(text).map_err(std::io::Error::from);
        write!(out, "{{\n\"note\":{},\n\"app\":{},\n\"notices\":[", quoted(NOTE)?, quoted(app)?)?;
        Ok(Self { out, submitter: submitter.to_owned(), rows: 0 })
    }

    /// Writes the notice of an order.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn order(&mut self, order: &OrderOut) -> Result<()> {
        self.out.write_all(if self.rows == 0 { b"\n" } else { b",\n" })?;
        self.rows += 1;
        serde_json::to_writer(&mut self.out, &notice(order, &self.submitter)).map_err(std::io::Error::from)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<W> {
        writeln!(self.out, "{}]\n}}", if self.rows == 0 { "" } else { "\n" })?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn notice<'o>(order: &'o OrderOut, submitter: &'o str) -> Notice<'o> {
    let fields = &order.fields;
    let instrument = text(fields, "instrument");
    let is_court = instrument == "court_act";
    let number = text(fields, "number");
    let provisions = text(fields, "provisions");
    let urls: Vec<&str> = order.items.iter().map(super::ItemOut::locator).collect();
    let written = order.items.iter().filter(|i| !text(&i.item, "locator").is_empty()).count();
    let shown = urls.iter().filter(|url| !url.is_empty()).count();
    let what = if instrument.is_empty() { "order".to_owned() } else { instrument.replace('_', " ") };
    Notice {
        kind: if is_court { "CourtOrder" } else { "GovernmentRequest" },
        title: format!("{what} {number}").trim().to_owned(),
        date_sent: one_day(moment(fields, "issued")),
        date_received: one_day(moment(fields, "received")),
        language: language(order),
        source: text(fields, "learned_how"),
        request_type: (!is_court).then_some("Agency"),
        action_taken: action(order),
        jurisdiction_list: "KZ",
        regulation_list: provisions.split([';', '\n']).map(str::trim).filter(|p| !p.is_empty()).collect(),
        local_jurisdiction_laws: provisions,
        case_id_number: number,
        tag_list: text(fields, "ground"),
        url_count: shown,
        works: order.items.iter().zip(&urls).map(|(item, url)| work(item, url)).collect(),
        entity_notice_roles: roles(order, submitter, is_court),
        tarazy: Own { id: order.id.to_string(), reference: text(fields, "reference"), urls_withheld: written - shown },
    }
}

fn work<'o>(item: &'o super::ItemOut, url: &'o str) -> Work<'o> {
    let kind = text(&item.item, "kind");
    let topics = match item.item.get("topics") {
        Some(crate::model::kinds::Held::Codes(codes)) => codes.join(", "),
        _ => String::new(),
    };
    let description = if topics.is_empty() { kind.to_owned() } else { format!("{kind}: {topics}") };
    Work { kind, description, infringing_urls: if url.is_empty() { Vec::new() } else { vec![Url { url }] } }
}

// Said only where all items say it.
fn language(order: &OrderOut) -> Option<&str> {
    let mut languages = order.items.iter().map(|i| text(&i.item, "language"));
    let first = languages.next().filter(|l| matches!(*l, "kk" | "ru" | "en"))?;
    languages.all(|l| l == first).then_some(first)
}

/// Lumen knows one action for all addresses.
fn action(order: &OrderOut) -> &'static str {
    let each: Vec<&str> = order
        .items
        .iter()
        .map(|i| match text(&i.link, "outcome") {
            "removed" | "geo_blocked" | "account_suspended" => "Yes",
            "partly" | "age_gated" | "labelled" => "Partial",
            "refused" | "no_action" => "No",
            // An author who deletes is no action of the platform.
            _ => "Unspecified",
        })
        .collect();
    let has = |what: &str| each.contains(&what);
    match () {
        () if has("Partial") || (has("Yes") && has("No")) => "Partial",
        () if each.is_empty() || has("Unspecified") => "Unspecified",
        () if has("Yes") => "Yes",
        () => "No",
    }
}

fn roles<'o>(order: &'o OrderOut, submitter: &'o str, is_court: bool) -> Vec<Role<'o>> {
    let organisation = Some("organization");
    let mut roles: Vec<Role<'o>> = Vec::new();
    let mut add = |name, who: &'o str, kind| {
        let role = Role { name, entity: Entity { name: who, kind } };
        if !who.is_empty() && !roles.contains(&role) {
            roles.push(role);
        }
    };
    add("recipient", &order.platform, organisation);
    add(if is_court { "issuing_court" } else { "sender" }, &order.authority, organisation);
    add("submitter", submitter, organisation);
    for (role, label) in &order.roles {
        match role.as_str() {
            "complainant" | "beneficiary_official" => add("principal", label, None),
            "author" | "publisher" => add("target", label, None),
            "lawyer" => add("attorney", label, None),
            _ => {}
        }
    }
    for item in &order.items {
        add("target", &item.author, None);
    }
    roles
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::exchange::export::ItemOut;
    use crate::id::Id;
    use crate::model::kinds::{Fields, Held};
    use crate::model::time::{Basis, Moment};

    fn held(text: &str) -> Held {
        Held::Text(text.to_owned())
    }

    /// An invented order with everything that must not leave.
    pub fn sample() -> OrderOut {
        let item = |n: u8, locator: &str, sensitivity: &str, outcome: &str| ItemOut {
            id: Id::from_bytes([n; 16]),
            link: Fields::from([
                ("outcome", held(outcome)),
                ("platform_basis", held("local_law")),
                ("complied", Held::Moment(Moment::day(2025, 3, 16, 300, Basis::Observed).unwrap())),
                ("chilling_effect", held("SEALED chilling")),
            ]),
            item: Fields::from([
                ("locator", held(locator)),
                ("kind", held("post")),
                ("language", held("kk")),
                ("text", held("SEALED words of the item")),
                ("sensitivity", held(sensitivity)),
                ("posted", Held::Moment(Moment::minute((2025, 3, 10), 22, 30, 300, Basis::Observed).unwrap())),
                ("topics", Held::Codes(vec!["police".to_owned(), "satire".to_owned()])),
            ]),
            author: "канал «Б»".to_owned(),
        };
        OrderOut {
            id: Id::from_bytes([7; 16]),
            fields: Fields::from([
                ("reference", held("KZ-2025-0042")),
                ("number", held("27-31/Ид")),
                ("instrument", held("ministry_order")),
                ("ground", held("child_cyberbullying")),
                ("provisions", held("БАҚ туралы заң, 40-бап; Онлайн-платформалар туралы заң, 9-бап")),
                ("learned_how", held("platform_notice")),
                ("issued", Held::Moment(Moment::day(2025, 3, 14, 300, Basis::Document).unwrap())),
                ("received", Held::Moment(Moment::month(2025, 3, 300, Basis::Press).unwrap())),
                ("stated_reasons", held("SEALED reasons")),
                ("note", held("SEALED note")),
            ]),
            authority: "Ақпарат комитеті".to_owned(),
            platform: "Telegram".to_owned(),
            roles: vec![
                ("beneficiary_official".to_owned(), "әкімнің орынбасары, Б өңірі".to_owned()),
                ("alleged_victim".to_owned(), "SEALED victim".to_owned()),
                ("lawyer".to_owned(), "адвокат Г".to_owned()),
            ],
            items: vec![
                item(1, "https://t.me/mysal/1", "", "removed"),
                item(2, "https://t.me/SEALED/2", "child_identifiable", "refused"),
            ],
        }
    }

    fn file(orders: &[OrderOut]) -> String {
        let mut lumen = Lumen::new(Vec::new(), "tarazy test", "Сөз бостандығы қоры").unwrap();
        orders.iter().try_for_each(|o| lumen.order(o)).unwrap();
        String::from_utf8(lumen.finish().unwrap()).unwrap()
    }

    #[test]
    fn a_notice_holds_what_may_leave_and_nothing_else() {
        let written = file(&[sample()]);
        assert!(!written.contains("SEALED"), "{written}");
        serde_json::from_str::<serde_json::Value>(&written).unwrap();
        insta::assert_snapshot!(written.replace(",\"", ",\n\""));
        assert!(serde_json::from_str::<serde_json::Value>(&file(&[])).unwrap()["notices"].as_array().unwrap().is_empty());
    }

    #[test]
    fn one_action_speaks_for_all_addresses_only_when_all_agree() {
        let check = |outcomes: &[&str], expect: &str| {
            let mut order = sample();
            let one = order.items.remove(0);
            order.items = outcomes
                .iter()
                .map(|o| {
                    let mut item = one.clone();
                    item.link.insert("outcome", held(o));
                    item
                })
                .collect();
            assert_eq!(action(&order), expect, "{outcomes:?}");
        };
        check(&[], "Unspecified");
        check(&["removed", "geo_blocked"], "Yes");
        check(&["removed", "refused"], "Partial");
        check(&["removed", "unknown"], "Unspecified");
        check(&["refused", "no_action"], "No");
        check(&["partly", "unknown"], "Partial");
        check(&["author_deleted"], "Unspecified");
    }
}
