//! Columns of tables: which there are, how they are called, what stands in them.

use crate::error::{Error, Result};
use crate::exchange::export::cell::Cell;
use crate::exchange::export::is_sensitive;
use crate::id::Id;
use crate::model::kinds::{Field, Fields, Held, Kind, Shape};
use crate::store::{ItemRead, Names, OrderRead, Reading, Told};
use crate::texts::Texts;
use std::collections::BTreeMap;

/// Where the value of a column comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Order,
    Item,
    OrderItem,
    Review,
}

/// A column that a table can have.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    from: From,
    field: Option<&'static Field>,
    name: &'static str,
}

/// Columns that a table has when nobody chose.
const USUAL: [&str; 18] = [
    "order.reference",
    "order.number",
    "order.instrument",
    "order.authority",
    "order.platform",
    "order.issued",
    "order.received",
    "order.ground",
    "order.action",
    "order.provisions",
    "order.document_seen",
    "order.items",
    "order.reviewed",
    "item.locator",
    "item.kind",
    "order_item.outcome",
    "order_item.complied",
    "review.verdict",
];

/// Labels that would need more room than they are worth are kept.
const LABELS_MAX: usize = 20_000;

fn fields(kind: &str) -> impl Iterator<Item = &'static Field> {
    Kind::named(kind).map_or(&[][..], |k| k.fields).iter()
}

/// Lists the columns of a table. Sealed fields are in none.
pub fn columns(per_item: bool) -> Vec<Column> {
    let of =
        |from: From, kind: &'static str| {
            fields(kind)
                .filter(|f| !f.sealed && !matches!(f.name, "batch" | "order" | "item" | "withdrawn"))
                .map(move |f| Column { from, field: Some(f), name: f.name })
        };
    let own = |from: From, name: &'static str| Column { from, field: None, name };
    let mut list: Vec<Column> = of(From::Order, "orders").collect();
    if per_item {
        list.extend(of(From::Item, "items"));
        list.extend(of(From::OrderItem, "order_items"));
        list.extend(["verdict", "rubric"].map(|name| own(From::Review, name)));
    } else {
        list.extend(["items", "reviewed"].map(|name| own(From::Order, name)));
    }
    list
}

/// Finds the columns that were asked for, in their order; the usual ones when none was.
///
/// # Errors
/// When there is no such column.
pub fn chosen(per_item: bool, asked: &[String]) -> Result<Vec<Column>> {
    let all = columns(per_item);
    if asked.is_empty() {
        return Ok(all.into_iter().filter(Column::is_usual).collect());
    }
    let find = |name: &String| all.iter().find(|c| c.id() == *name).copied().ok_or(Error::Invalid("columns"));
    asked.iter().map(find).collect()
}

/// Says what of sensitive items these columns would tell.
pub fn told(columns: &[Column]) -> Told {
    let has = |name: &str| columns.iter().any(|c| c.from == From::Item && c.name == name);
    Told { locator: has("locator"), text: has("text"), topic: has("topic"), author: has("author") }
}

/// Names the fields of orders and their items that are sealed.
pub fn sealed() -> Vec<(&'static str, &'static Field)> {
    let of = |kind: &'static str| fields(kind).filter(|f| f.sealed).map(move |f| (kind, f));
    of("orders").chain(of("items")).chain(of("order_items")).collect()
}

impl Column {
    /// Returns its name.
    pub fn id(&self) -> String {
        let from = match self.from {
            From::Order => "order",
            From::Item => "item",
            From::OrderItem => "order_item",
            From::Review => "review",
        };
        format!("{from}.{}", self.name)
    }

    /// Says whether it is there when nobody chose.
    pub fn is_usual(&self) -> bool {
        USUAL.contains(&self.id().as_str())
    }

    const fn kind(&self) -> &'static str {
        match self.from {
            From::Order => "orders",
            From::Item => "items",
            From::OrderItem => "order_items",
            From::Review => "reviews",
        }
    }

    /// Words its header.
    pub fn label(&self, texts: &Texts) -> String {
        said(texts, &format!("export-column-{}", dashed(&self.id().replace('.', "-"))))
            .unwrap_or_else(|| field_label(texts, self.kind(), self.name))
    }

    // Address and words by which a child can be told, or which are intimate.
    fn is_withheld(&self, item: Option<&ItemRead>, sensitive: bool) -> bool {
        let tells = matches!(self.name, "locator" | "text" | "author" | "topic");
        self.from == From::Item && tells && !sensitive && item.is_some_and(|i| is_sensitive(&i.item.fields))
    }
}

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

fn said(texts: &Texts, id: &str) -> Option<String> {
    let words = texts.say(id, &[]);
    (!words.starts_with('⟦')).then_some(words)
}

/// Words the name of a field: of this kind where it has its own name there, as everywhere else otherwise; its name where there are no words.
pub fn field_label(texts: &Texts, kind: &str, field: &str) -> String {
    let ids = [format!("field-{kind}-{field}"), format!("field-{field}"), format!("export-field-{field}")];
    ids.iter().find_map(|id| said(texts, &dashed(id))).unwrap_or_else(|| field.to_owned())
}

/// The list of messages that words the codes of a field, where it is not the list of yes and no. The window has the same list.
const LISTS: &[(&str, &str)] = &[
    ("authorities.kind", "authority"),
    ("platforms.kind", "platform"),
    ("actors.kind", "actor-kind"),
    ("items.kind", "kind"),
    ("exemption", "exemption"),
    ("unit", "audience"),
    ("seat", "seat"),
    ("gender", "gender"),
    ("consent", "consent"),
    ("band", "age"),
    ("disciplines", "discipline"),
    ("conclusion", "conclusion"),
    ("reasons_level", "reasons"),
    ("instrument", "instrument"),
    ("learned_how", "learned"),
    ("ground", "ground"),
    ("action", "action"),
    ("more_actions", "action"),
    ("demanded_action", "action"),
    ("document_seen", "document"),
    ("deadline_basis", "term-basis"),
    ("scope", "scope"),
    ("duration", "duration"),
    ("language", "language"),
    ("sensitivity", "sensitivity"),
    ("visibility", "visibility"),
    ("topics", "topic"),
    ("statement_mode", "mode"),
    ("outcome", "outcome"),
    ("platform_basis", "platform-basis"),
    ("platform_rules", "platform-rules"),
    ("order_sources.list", "source-list"),
    ("appeal_result", "appeal"),
    ("reinstated_by", "reinstated"),
    ("channel", "channel"),
    ("filer_capacity", "filer"),
    ("decision", "decision"),
    ("signature", "signature"),
    ("how_known", "complaint-known"),
    ("made_by", "translated"),
    ("role", "role"),
    ("metric", "metric"),
    ("reliability", "reliability"),
    ("forum", "forum"),
    ("confidence", "confidence"),
    ("verdict", "verdict"),
    ("exhibits.kind", "exhibit-kind"),
    ("copy_type", "copy-type"),
    ("acquisition", "acquisition"),
    ("released_to", "release"),
    ("custody_events.action", "custody"),
];

/// Words a code of a field; the code itself where there are no words.
pub fn code_label(texts: &Texts, kind: &str, field: &str, code: &str) -> String {
    let find = |name: &str| LISTS.iter().find(|(known, _)| *known == name).map(|(_, list)| *list);
    let list = find(&format!("{kind}.{field}")).or_else(|| find(field)).unwrap_or("tri");
    let end = if code.is_empty() { "unset".to_owned() } else { dashed(code) };
    said(texts, &format!("{list}-{end}")).unwrap_or_else(|| code.to_owned())
}

/// Fills the cells of rows.
pub struct Filler<'r, 'd> {
    reading: &'r Reading<'d>,
    texts: &'r Texts,
    codes: bool,
    sensitive: bool,
    labels: BTreeMap<Id, String>,
    /// Items whose address and text were withheld.
    pub withheld: u64,
}

impl<'r, 'd> Filler<'r, 'd> {
    /// Prepares to fill rows.
    pub const fn new(reading: &'r Reading<'d>, texts: &'r Texts, codes: bool, sensitive: bool) -> Self {
        Self { reading, texts, codes, sensitive, labels: BTreeMap::new(), withheld: 0 }
    }

    /// Names what a field links to, in the language of the table.
    pub fn label(&mut self, kind: &Kind, id: &Id) -> Result<String> {
        if let Some(label) = self.labels.get(id) {
            return Ok(label.clone());
        }
        let label = pick(self.reading.label(kind, id)?, self.texts);
        if self.labels.len() >= LABELS_MAX {
            self.labels.clear();
        }
        self.labels.insert(*id, label.clone());
        Ok(label)
    }

    /// Names what the field of a record links to; nothing where it links to nothing.
    pub fn linked(&mut self, fields: &Fields, name: &str, to: &str) -> Result<String> {
        match (fields.get(name), Kind::named(to)) {
            (Some(Held::Link(id)), Some(kind)) => self.label(kind, id),
            _ => Ok(String::new()),
        }
    }

    /// Fills the row of an order, or of one of its items.
    pub fn row(&mut self, columns: &[Column], order: &OrderRead, item: Option<&ItemRead>) -> Result<Vec<Cell>> {
        let mut cells = Vec::with_capacity(columns.len());
        let mut withheld = false;
        for column in columns {
            let cell = self.cell(column, order, item)?;
            if cell != Cell::Empty && column.is_withheld(item, self.sensitive) {
                withheld = true;
                cells.push(Cell::Empty);
            } else {
                cells.push(cell);
            }
        }
        self.withheld += u64::from(withheld);
        Ok(cells)
    }

    fn cell(&mut self, column: &Column, order: &OrderRead, item: Option<&ItemRead>) -> Result<Cell> {
        let number = |n: usize| Cell::Number(i64::try_from(n).unwrap_or(i64::MAX));
        let fields = match (column.from, item) {
            (From::Order, _) => &order.order.fields,
            (From::Item, Some(item)) => &item.item.fields,
            (From::OrderItem, Some(item)) => &item.link.fields,
            (From::Review, Some(item)) => {
                let Some((verdict, rubric)) = &item.verdict else { return Ok(Cell::Empty) };
                return Ok(match column.name {
                    "verdict" => Cell::text(self.code("reviews", "verdict", verdict)),
                    _ => Cell::text(rubric.clone()),
                });
            }
            _ => return Ok(Cell::Empty),
        };
        match (column.field, column.name) {
            (Some(field), _) => self.held(column.kind(), field, fields.get(field.name).unwrap_or(&Held::Nothing)),
            (None, "items") => Ok(number(order.items.len())),
            (None, _) => Ok(number(order.items.iter().filter(|i| i.verdict.is_some()).count())),
        }
    }

    fn code(&self, kind: &str, field: &str, code: &str) -> String {
        if self.codes { code.to_owned() } else { code_label(self.texts, kind, field, code) }
    }

    fn held(&mut self, kind: &str, field: &'static Field, held: &Held) -> Result<Cell> {
        Ok(match (field.shape, held) {
            // A code that nobody put says so: an empty cell would be read as no.
            (Shape::Code(_, unset), Held::Nothing) if !unset.is_empty() => Cell::text(self.code(kind, field.name, unset)),
            (_, Held::Nothing) => Cell::Empty,
            (Shape::Code(..), Held::Text(code)) => Cell::text(self.code(kind, field.name, code)),
            (_, Held::Text(text)) => Cell::text(text.clone()),
            (_, Held::Codes(codes)) => {
                let words: Vec<String> = codes.iter().map(|code| self.code(kind, field.name, code)).collect();
                Cell::text(words.join("; "))
            }
            (_, Held::Number(number)) => Cell::Number(*number),
            (_, Held::Moment(moment)) => Cell::moment(moment),
            (Shape::Link(to), Held::Link(id)) => match Kind::named(to) {
                Some(to) => Cell::text(self.label(to, id)?),
                None => Cell::text(id.to_string()),
            },
            (_, Held::Link(id)) => Cell::text(id.to_string()),
            (_, Held::Mark) => Cell::text(self.code("", "", "yes")),
        })
    }
}

/// Picks the name in the language of the texts, or whichever there is.
pub fn pick(names: Names, texts: &Texts) -> String {
    let Names { kk, ru, en } = names;
    let wanted = match texts.lang().code() {
        "kk" => kk.clone(),
        "en" => en.clone(),
        _ => ru.clone(),
    };
    [wanted, ru, en, kk].into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}
