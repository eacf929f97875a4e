//! The table of orders as good as a spreadsheet: one cell, many rows, its layout, saved filters, the fields behind an entry, and undo.

use super::desk::Words;
use super::orders::{bounded, one_of, view_of, wire_time};
use super::wire::{
    Bulk, BulkDone, BulkPreview, BulkRefused, BulkSample, ByName, BySeq, EntryField, EntryShown, EntryValue, ImportPreview,
    ImportText, Lang, LayoutColumn, Nothing, OrderIds, OrderIdsAsk, OrderSet, Saved, SavedFilter, SavedFilters, Selection,
    TableLayout, Trilingual, Undone,
};
use super::{App, imports, parse_id, seq_of, small, texts_of};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::filter::Problem;
use crate::model::kinds::Kind;
use crate::model::terms;
use crate::model::time::{ASTANA, Basis, Moment, Precision};
use crate::store::{Change, Event, Order, Touched, Vault, View, moment_of};
use crate::texts::{Arg, Texts};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use tarazy_ledger::Value;

/// Orders that one entry of a bulk edit speaks of: it can be read and handed over in one piece.
const ENTRY_ORDERS_MAX: usize = 10_000;
/// Orders that one bulk edit may touch, over several entries of one transaction.
const BULK_ORDERS_MAX: usize = 100_000;
const IDS_MAX: usize = 20_000;
const SAMPLES: usize = 10;
const REFUSED_SHOWN: usize = 50;
const ROWS_SHOWN: usize = 200;
const COLUMNS_MAX: usize = 64;
const SAVED_MAX: usize = 200;
const NAME_CHARS_MAX: usize = 80;
const FILTER_CHARS_MAX: usize = 4_000;
/// A paste larger than this is a file, and has the import.
const PASTED_BYTES_MAX: usize = 64 * 1024 * 1024;

/// A field that a cell of the table can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Instrument,
    Number,
    Ground,
    Action,
    DocumentSeen,
    ReasonsLevel,
    NamesItems,
    InformsOfAppeal,
    AuthorNotified,
    Note,
    Issued,
    Draft,
}

impl Cell {
    fn parse(field: &str) -> Result<Self> {
        Ok(match field {
            "instrument" => Self::Instrument,
            "number" => Self::Number,
            "ground" => Self::Ground,
            "action" => Self::Action,
            "document_seen" => Self::DocumentSeen,
            "reasons_level" => Self::ReasonsLevel,
            "names_items_by_url" => Self::NamesItems,
            "informs_of_appeal" => Self::InformsOfAppeal,
            "author_notified" => Self::AuthorNotified,
            "note" => Self::Note,
            "issued" => Self::Issued,
            "draft" => Self::Draft,
            _ => return Err(Error::Invalid("field")),
        })
    }

    fn get(self, order: &Order) -> String {
        match self {
            Self::Instrument => order.instrument.clone(),
            Self::Number => order.number.clone(),
            Self::Ground => order.ground.clone(),
            Self::Action => order.action.clone(),
            Self::DocumentSeen => order.document_seen.clone(),
            Self::ReasonsLevel => order.reasons_level.clone(),
            Self::NamesItems => order.names_items_by_url.clone(),
            Self::InformsOfAppeal => order.informs_of_appeal.clone(),
            Self::AuthorNotified => order.author_notified.clone(),
            Self::Note => order.note.clone(),
            Self::Issued => day_text(&order.issued),
            Self::Draft => if order.draft { "yes" } else { "no" }.to_owned(),
        }
    }

    fn set(self, order: &mut Order, value: &str) -> Result<()> {
        match self {
            Self::Instrument => order.instrument = one_of(&terms::INSTRUMENTS, value, "instrument")?,
            Self::Number => order.number = bounded(value, "number")?,
            Self::Ground => order.ground = one_of(&terms::GROUNDS, value, "ground")?,
            Self::Action => order.action = one_of(&terms::ACTIONS, value, "action")?,
            Self::DocumentSeen => order.document_seen = one_of(&terms::DOCUMENT_SEEN, value, "document_seen")?,
            Self::ReasonsLevel => order.reasons_level = one_of(&terms::REASONS_LEVELS, value, "reasons_level")?,
            Self::NamesItems => order.names_items_by_url = one_of(&terms::NAMES_ITEMS, value, "names_items_by_url")?,
            Self::InformsOfAppeal => order.informs_of_appeal = one_of(&terms::TRI, value, "informs_of_appeal")?,
            Self::AuthorNotified => order.author_notified = one_of(&terms::TRI, value, "author_notified")?,
            Self::Note => order.note = bounded(value, "note")?,
            Self::Issued => order.issued = day_of(value, &order.issued)?,
            Self::Draft => order.draft = one_of(&["yes", "no"], value, "draft")? == "yes",
        }
        Ok(())
    }
}

/// Writes a day of issue as a cell takes it: as finely as a cell can say.
fn day_text(moment: &Moment) -> String {
    let Some((earliest, _)) = moment.bounds() else { return String::new() };
    let form = match moment.precision {
        Precision::Year => "%Y",
        Precision::Month => "%Y-%m",
        _ => "%Y-%m-%d",
    };
    let local = chrono::DateTime::from_timestamp(earliest + i64::from(moment.offset_minutes) * 60, 0);
    local.map(|t| t.format(form).to_string()).unwrap_or_default()
}

/// Reads a day, a month or a year in the zone of what stood there; what is already said so is kept as finely as it is known.
fn day_of(written: &str, before: &Moment) -> Result<Moment> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(Moment::unknown());
    }
    if written == day_text(before) {
        return Ok(*before);
    }
    let zone = if before.bounds().is_some() { before.offset_minutes } else { ASTANA };
    let basis = if before.bounds().is_some() { before.basis } else { Basis::Document };
    let parts: Vec<&str> = if written.contains('.') { written.rsplit('.').collect() } else { written.split('-').collect() };
    let number = |text: &str| -> Result<u32> {
        let is_plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        if is_plain { text.parse().map_err(|_| Error::Invalid("issued")) } else { Err(Error::Invalid("issued")) }
    };
    let year = |text: &str| number(text).and_then(|y| i32::try_from(y).map_err(|_| Error::Invalid("issued")));
    let moment = match parts.as_slice() {
        [y, m, d] => Moment::day(year(y)?, number(m)?, number(d)?, zone, basis),
        [y, m] => Moment::month(year(y)?, number(m)?, zone, basis),
        [y] => {
            let first = Moment::day(year(y)?, 1, 1, zone, basis);
            let last = Moment::day(year(y)?, 12, 31, zone, basis);
            first.zip(last).map(|(a, b)| Moment { latest: b.latest, precision: Precision::Year, ..a })
        }
        _ => None,
    };
    moment.filter(Moment::is_sound).ok_or(Error::Invalid("issued"))
}

pub(super) fn order_set(app: &App, args: OrderSet) -> Result<Saved> {
    let vault = app.vault()?;
    let id = parse_id(&args.id)?;
    let cell = Cell::parse(&args.field)?;
    let mut change = vault.begin()?;
    let mut order = change.order(&id)?;
    cell.set(&mut order, &args.value)?;
    let reference = order.reference.clone();
    if !change.set_order(id, &order)? {
        // What changes nothing is no event.
        return Ok(Saved { id: args.id, reference, seq: 0 });
    }
    let seq = change.commit(Event::OrderAmended, &id)?;
    app.changed(&["orders", "ledger"]);
    Ok(Saved { id: args.id, reference, seq: seq_of(seq) })
}

// The window asks for these only with a filter that the list has read before.
fn readable(view: std::result::Result<View, Problem>) -> Result<View> {
    view.map_err(|_| Error::Invalid("filter"))
}

pub(super) fn order_ids(app: &App, args: OrderIdsAsk) -> Result<OrderIds> {
    let vault = app.vault()?;
    let view = readable(view_of(&vault, &args.filter, &args.sort, args.descending)?)?;
    let limit = usize::try_from(args.limit).unwrap_or(usize::MAX);
    if limit > IDS_MAX {
        return Err(Error::TooMany { count: limit, limit: IDS_MAX });
    }
    let ids = vault.view_ids(&view, usize::try_from(args.offset).unwrap_or(usize::MAX), limit)?;
    Ok(OrderIds { ids: ids.iter().map(Id::to_string).collect() })
}

/// Names the selected orders, each once, in their order.
fn selected(vault: &Vault, select: &Selection) -> Result<Vec<Id>> {
    let too_many = |count| Error::TooMany { count, limit: BULK_ORDERS_MAX };
    if !select.ids.is_empty() {
        if select.ids.len() > BULK_ORDERS_MAX {
            return Err(too_many(select.ids.len()));
        }
        return select.ids.iter().map(|id| parse_id(id)).collect();
    }
    let excluded: BTreeSet<Id> = select.excluded.iter().map(|id| parse_id(id)).collect::<Result<_>>()?;
    let view = readable(view_of(vault, &select.filter, "reference", false)?)?;
    let size = vault.view_size(&view)?;
    if size.saturating_sub(excluded.len()) > BULK_ORDERS_MAX {
        return Err(too_many(size.saturating_sub(excluded.len())));
    }
    let ids = vault.view_ids(&view, 0, size)?;
    Ok(ids.into_iter().filter(|id| !excluded.contains(id)).collect())
}

/// What a bulk edit does with one order.
enum Fate {
    Changes(Box<(Order, Order)>),
    Already,
    Refused(BulkRefused),
}

struct Plan {
    cell: Cell,
    ids: Vec<Id>,
    value: String,
    values: Vec<String>,
}

impl Plan {
    fn of(vault: &Vault, bulk: Bulk) -> Result<Self> {
        let cell = Cell::parse(&bulk.field)?;
        if !bulk.values.is_empty() && bulk.values.len() != bulk.select.ids.len() {
            return Err(Error::Invalid("values"));
        }
        let ids = selected(vault, &bulk.select)?;
        if !bulk.values.is_empty() && ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
            return Err(Error::Invalid("values"));
        }
        Ok(Self { cell, ids, value: bulk.value, values: bulk.values })
    }

    fn fate(&self, change: &Change<'_>, place: usize, id: &Id) -> Result<Fate> {
        let value = self.values.get(place).unwrap_or(&self.value);
        let refused = |reference: String, code: &str| {
            Fate::Refused(BulkRefused { id: id.to_string(), reference, value: value.clone(), code: code.to_owned() })
        };
        let before = match change.order(id) {
            Ok(order) => order,
            Err(Error::NotFound) => return Ok(refused(String::new(), "not_found")),
            Err(other) => return Err(other),
        };
        let mut after = before.clone();
        match self.cell.set(&mut after, value) {
            Ok(()) if after == before => Ok(Fate::Already),
            Ok(()) => Ok(Fate::Changes(Box::new((before, after)))),
            Err(Error::Invalid(_)) => Ok(refused(before.reference, "invalid")),
            Err(other) => Err(other),
        }
    }
}

pub(super) fn bulk_preview(app: &App, args: Bulk) -> Result<BulkPreview> {
    let vault = app.vault()?;
    let plan = Plan::of(&vault, args)?;
    let mut preview = BulkPreview {
        orders: small(plan.ids.len()),
        would_change: 0,
        already: 0,
        refused: Vec::new(),
        refused_total: 0,
        samples: Vec::new(),
        entries: 0,
    };
    // A change that is dropped leaves nothing: the preview sees what the run would see.
    let change = vault.begin()?;
    for (place, id) in plan.ids.iter().enumerate() {
        match plan.fate(&change, place, id)? {
            Fate::Already => preview.already += 1,
            Fate::Refused(refused) => {
                preview.refused_total += 1;
                if preview.refused.len() < REFUSED_SHOWN {
                    preview.refused.push(refused);
                }
            }
            Fate::Changes(change) => {
                let (before, after) = *change;
                preview.would_change += 1;
                if preview.samples.len() < SAMPLES {
                    preview.samples.push(BulkSample {
                        id: id.to_string(),
                        reference: before.reference.clone(),
                        before: plan.cell.get(&before),
                        after: plan.cell.get(&after),
                    });
                }
            }
        }
    }
    let each = u32::try_from(ENTRY_ORDERS_MAX).unwrap_or(u32::MAX);
    preview.entries = preview.would_change.div_ceil(each);
    Ok(preview)
}

pub(super) fn bulk_run(app: &App, args: Bulk) -> Result<BulkDone> {
    let vault = app.vault()?;
    let plan = Plan::of(&vault, args)?;
    let mut done = BulkDone { changed: 0, seqs: Vec::new() };
    let mut change = vault.begin()?;
    let mut in_entry = 0;
    for (place, id) in plan.ids.iter().enumerate() {
        let Fate::Changes(fate) = plan.fate(&change, place, id)? else { continue };
        let (_, after) = *fate;
        if in_entry == ENTRY_ORDERS_MAX {
            done.seqs.push(seq_of(change.enter(Event::OrdersAmended, vault.id(), None)?));
            in_entry = 0;
        }
        change.set_order(*id, &after)?;
        in_entry += 1;
        done.changed += 1;
    }
    if in_entry == 0 {
        return Ok(done);
    }
    done.seqs.push(seq_of(change.commit(Event::OrdersAmended, vault.id())?));
    app.changed(&["orders", "ledger"]);
    Ok(done)
}

fn is_hidden(touched: &Touched, field: &str) -> bool {
    let Some(kind) = Kind::named(touched.table) else { return false };
    let is_hard = || {
        let now = |column: &str| touched.after(column);
        now("stub") != Value::Null || now("sensitivity") != Value::Text("normal".to_owned())
    };
    kind.field(field).is_some_and(|f| f.sealed)
        || (kind.name == "items" && matches!(field, "text" | "locator" | "topic") && is_hard())
        || (kind.name == "item_translations" && field == "text")
}

pub(super) fn entry_show(app: &App, args: BySeq) -> Result<EntryShown> {
    let vault = app.vault()?;
    let entry = vault.entry(u64::from(args.seq), ROWS_SHOWN)?;
    let names = Named { vault: &vault, words: Words::of(&vault)?, texts: OnceCell::new() };
    let mut fields = Vec::new();
    for touched in &entry.touched {
        let reference = vault.called(touched)?;
        let item = vault.placed(touched)?;
        let mut seen = BTreeSet::new();
        for column in &touched.purged {
            let field = moment_of(column);
            if seen.insert(field) {
                let gone = || EntryValue { kind: "purged".to_owned(), ..nothing() };
                let (table, field) = (touched.table.to_owned(), field.to_owned());
                fields.push(EntryField { table, reference: reference.clone(), item, field, before: gone(), after: gone() });
            }
        }
        for column in &touched.changed {
            let field = moment_of(column);
            if !seen.insert(field) {
                continue;
            }
            let is_moment = field != *column;
            let value = |at: &dyn Fn(&str) -> Value| {
                if is_moment { Ok(moment_value(at, field)) } else { names.plain(field, &at(column)) }
            };
            // What is sealed, and the words of what must be handled with care, stand in no history.
            if is_hidden(touched, field) {
                let hidden = || EntryValue { kind: "sealed".to_owned(), ..nothing() };
                let before = if touched.made { nothing() } else { hidden() };
                let (table, field) = (touched.table.to_owned(), field.to_owned());
                fields.push(EntryField { table, reference: reference.clone(), item, field, before, after: hidden() });
                continue;
            }
            let before = if touched.made { nothing() } else { value(&|c| touched.before(c))? };
            fields.push(EntryField {
                table: touched.table.to_owned(),
                reference: reference.clone(),
                item,
                field: field.to_owned(),
                before,
                after: value(&|c| touched.after(c))?,
            });
        }
    }
    let mut purged = Vec::new();
    for touched in entry.touched.iter().filter(|touched| !touched.purged.is_empty()) {
        let later = vault.purges_of(&touched.id)?.into_iter().filter(|(seq, ..)| *seq > u64::from(args.seq));
        purged.extend(later.map(super::purge::told_of));
    }
    purged.sort_by_key(|told| told.seq);
    purged.dedup();
    Ok(EntryShown {
        seq: args.seq,
        kind: entry.kind,
        actor: entry.actor,
        recorded_at: entry.recorded_at.div_euclid(1_000_000),
        fields,
        rows: small(entry.rows),
        undoes: entry.undoes.map(seq_of),
        undone_by: entry.undone_by.map(seq_of),
        hindrance: entry.hindrance.unwrap_or_default().to_owned(),
        purged,
    })
}

fn nothing() -> EntryValue {
    EntryValue { kind: "nothing".to_owned(), text: String::new(), time: None, name: None }
}

fn moment_value(at: &dyn Fn(&str) -> Value, field: &str) -> EntryValue {
    let end = |name: &str| match at(&format!("{field}_{name}")) {
        Value::Int(i) => Some(i),
        _ => None,
    };
    let text = |name: &str| match at(&format!("{field}_{name}")) {
        Value::Text(t) => t,
        _ => String::new(),
    };
    let moment = Moment {
        earliest: end("earliest"),
        latest: end("latest"),
        precision: Precision::parse(&text("precision")).unwrap_or(Precision::Unknown),
        offset_minutes: end("offset").and_then(|o| i32::try_from(o).ok()).unwrap_or(ASTANA),
        basis: Basis::parse(&text("basis")).unwrap_or(Basis::Inferred),
    };
    EntryValue { kind: "time".to_owned(), text: String::new(), time: Some(wire_time(&moment)), name: None }
}

/// What identifiers are called.
struct Named<'v> {
    vault: &'v Vault,
    words: Words,
    /// Read when the first item is worded.
    texts: OnceCell<[Texts; 3]>,
}

impl Named<'_> {
    fn plain(&self, field: &str, value: &Value) -> Result<EntryValue> {
        let shown = |kind: &str, text: String| EntryValue { kind: kind.to_owned(), text, time: None, name: None };
        Ok(match value {
            Value::Int(i) => shown("number", i.to_string()),
            Value::Text(t) => shown("text", t.clone()),
            Value::Bool(b) => shown("text", if *b { "yes" } else { "no" }.to_owned()),
            Value::Bytes(bytes) => match (Id::from_slice(bytes), field) {
                (Ok(id), "authority_id") => {
                    EntryValue { name: Some(self.words.authority(Some(&id))), ..shown("name", String::new()) }
                }
                (Ok(id), "platform_id") => {
                    EntryValue { name: Some(self.words.platform(Some(&id))), ..shown("name", String::new()) }
                }
                (Ok(id), _) => EntryValue { name: self.leads_to(field, &id)?, ..shown("id", id.to_string()) },
                _ => nothing(),
            },
            _ => nothing(),
        })
    }

    fn leads_to(&self, field: &str, id: &Id) -> Result<Option<Trilingual>> {
        let Some((name, place)) = self.vault.leads_to(field, id)? else { return Ok(None) };
        if place == 0 {
            return Ok(Some(Trilingual { kk: name.clone(), ru: name.clone(), en: name }));
        }
        let texts = self.texts.get_or_init(|| [Lang::Kk, Lang::Ru, Lang::En].map(texts_of));
        let [kk, ru, en] = texts.each_ref().map(|t| {
            let args = [("reference", Arg::from(name.as_str())), ("items", Arg::from(place.to_string()))];
            t.say("told-item", &args)
        });
        Ok(Some(Trilingual { kk, ru, en }))
    }
}

pub(super) fn entry_undo(app: &App, args: BySeq) -> Result<Undone> {
    let vault = app.vault()?;
    let seq = vault.undo_entry(u64::from(args.seq))?;
    let undone = vault.entry(u64::from(args.seq), 1)?;
    let first: Option<&Touched> = undone.touched.first();
    let reference = first.map(|t| vault.called(t)).transpose()?.unwrap_or_default();
    app.changed(&["orders", "complaints", "platforms", "reviews", "records", "imports", "vault", "ledger"]);
    Ok(Undone { seq: seq_of(seq), kind: undone.kind, reference, rows: small(undone.rows) })
}

fn sound(columns: &[LayoutColumn]) -> Result<()> {
    let mut seen = BTreeSet::new();
    let fits = |c: &LayoutColumn| {
        (16..=2_000).contains(&c.width)
            && c.id.len() <= 32
            && c.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            && seen.insert(c.id.clone())
    };
    let all_fit = columns.len() <= COLUMNS_MAX && columns.iter().all(fits);
    if all_fit { Ok(()) } else { Err(Error::Invalid("columns")) }
}

pub(super) fn table_layout(app: &App, _: Nothing) -> Result<TableLayout> {
    let kept = app.vault()?.layout()?;
    // A layout that a newer version wrote, or that nobody can read, is as none.
    let layout: Option<TableLayout> = kept.and_then(|text| serde_json::from_str(&text).ok());
    Ok(layout.filter(|l| sound(&l.columns).is_ok()).unwrap_or_default())
}

pub(super) fn table_layout_set(app: &App, args: TableLayout) -> Result<Nothing> {
    sound(&args.columns)?;
    let text = serde_json::to_string(&args).map_err(|_| Error::Inside("writing a layout"))?;
    app.vault()?.keep_layout(&text)?;
    Ok(Nothing {})
}

pub(super) fn saved_filters(app: &App, _: Nothing) -> Result<SavedFilters> {
    let saved = app.vault()?.saved_filters()?;
    let rows = saved.into_iter().filter_map(|(name, text)| {
        let filter: SavedFilter = serde_json::from_str(&text).ok()?;
        Some(SavedFilter { name, ..filter })
    });
    Ok(SavedFilters { rows: rows.collect() })
}

pub(super) fn saved_filter_put(app: &App, args: SavedFilter) -> Result<Nothing> {
    let vault = app.vault()?;
    let name = args.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX || name.chars().any(char::is_control) {
        return Err(Error::Invalid("name"));
    }
    if args.filter.chars().count() > FILTER_CHARS_MAX || args.sort.len() > 32 {
        return Err(Error::Invalid("filter"));
    }
    sound(&args.columns)?;
    let saved = vault.saved_filters()?;
    if saved.len() >= SAVED_MAX && !saved.iter().any(|(n, _)| *n == name) {
        return Err(Error::TooMany { count: saved.len() + 1, limit: SAVED_MAX });
    }
    let text =
        serde_json::to_string(&SavedFilter { name: name.clone(), ..args }).map_err(|_| Error::Inside("writing a filter"))?;
    vault.save_filter(&name, &text)?;
    app.changed(&["vault", "ledger"]);
    Ok(Nothing {})
}

pub(super) fn saved_filter_drop(app: &App, args: ByName) -> Result<Nothing> {
    let vault = app.vault()?;
    if !vault.saved_filters()?.iter().any(|(name, _)| *name == args.name) {
        return Err(Error::NotFound);
    }
    vault.save_filter(&args.name, "")?;
    app.changed(&["vault", "ledger"]);
    Ok(Nothing {})
}

pub(super) fn import_text(app: &App, args: ImportText) -> Result<ImportPreview> {
    app.vault()?;
    if args.text.len() > PASTED_BYTES_MAX {
        return Err(Error::File {
            code: super::wire::Code::FileTooLarge,
            params: std::collections::BTreeMap::from([("limit".to_owned(), PASTED_BYTES_MAX.to_string())]),
        });
    }
    imports::open_bytes(app, args.text.into_bytes(), "pasted")
}

#[cfg(test)]
mod tests {
    use super::super::wire::{Code, OrderAdd, OrdersList, OrdersPage, VaultCreate, WireTime};
    use super::super::{orders::empty_draft, silent::Silent};
    use super::*;
    use crate::env::Fixed;
    use crate::store::KdfCost;
    use std::sync::Arc;

    fn office() -> (tempfile::TempDir, App) {
        let folder = tempfile::tempdir().unwrap();
        let env = Fixed::env(1_760_000_000_000_000);
        let app = App::new(env, Arc::new(Silent), folder.path().join("v"), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: "түлкі сегіз арқан теңіз боран жалау".to_owned(),
            lang: Lang::Kk,
            with_example: false,
            organisation: "Сөз бостандығы қоры".to_owned(),
            actor: "Әлия Қуанышқызы".to_owned(),
        })
        .unwrap();
        (folder, app)
    }

    fn add(app: &App, number: &str) -> String {
        let order = super::super::wire::OrderDraft {
            number: number.to_owned(),
            locators: vec![format!("https://a.example/{number}")],
            ..empty_draft(1_760_000_000)
        };
        app.order_add(OrderAdd::of(order)).unwrap().id
    }

    fn list(app: &App, filter: &str) -> OrdersPage {
        let ask =
            OrdersList { filter: filter.to_owned(), sort: "reference".to_owned(), descending: false, offset: 0, limit: 500 };
        app.orders_list(ask).unwrap()
    }

    fn set(app: &App, id: &str, field: &str, value: &str) -> Result<Saved> {
        app.order_set(OrderSet { id: id.to_owned(), field: field.to_owned(), value: value.to_owned() })
    }

    fn bulk(ids: &[&String], field: &str, value: &str) -> Bulk {
        Bulk {
            select: Selection { ids: ids.iter().map(|i| (*i).clone()).collect(), filter: String::new(), excluded: Vec::new() },
            field: field.to_owned(),
            value: value.to_owned(),
            values: Vec::new(),
        }
    }

    fn whole(filter: &str, excluded: &[&String]) -> Selection {
        let excluded = excluded.iter().map(|i| (*i).clone()).collect();
        Selection { ids: Vec::new(), filter: filter.to_owned(), excluded }
    }

    fn holds(app: &App) {
        assert_eq!(app.ledger_verify(Nothing {}).unwrap().findings, []);
    }

    #[test]
    fn every_cell_takes_its_values_and_refuses_others() {
        let (_folder, app) = office();
        let id = add(&app, "1");
        for (field, value, refused) in [
            ("instrument", "court_act", "nonsense"),
            ("ground", "drugs", ""),
            ("action", "label", "x"),
            ("document_seen", "copy", "x"),
            ("reasons_level", "formula", "x"),
            ("names_items_by_url", "partly", "perhaps"),
            ("informs_of_appeal", "yes", "partly"),
            ("author_notified", "no", "1"),
            ("issued", "2025-03-14", "31.02.2025"),
            ("draft", "no", "true"),
        ] {
            assert!(set(&app, &id, field, value).unwrap().seq > 0, "{field}");
            assert_eq!(set(&app, &id, field, refused).unwrap_err().code(), Code::Invalid, "{field} {refused}");
            assert_eq!(set(&app, &id, field, value).unwrap().seq, 0, "the same value of {field} is no event");
        }
        set(&app, &id, "number", " 12-3 ").unwrap();
        set(&app, &id, "note", "қайта қаралды").unwrap();
        assert_eq!(set(&app, &id, "reference", "x").unwrap_err().code(), Code::Invalid);
        let row = list(&app, "каралды").rows.remove(0);
        assert_eq!((row.number.as_str(), row.ground.as_str(), row.draft), ("12-3", "drugs", false));
        holds(&app);
    }

    #[test]
    fn a_day_a_month_and_a_year_of_issue_are_intervals_and_nothing_is_narrowed() {
        let (_folder, app) = office();
        let id = add(&app, "1");
        let issued = |value: &str| -> WireTime {
            set(&app, &id, "issued", value).unwrap();
            list(&app, "").rows.remove(0).issued
        };
        let day = 86_400;
        for (written, precision, seconds) in
            [("14.03.2025", "day", day), ("2025-02", "month", 28 * day), ("2024", "year", 366 * day), ("2025-3-1", "day", day)]
        {
            let time = issued(written);
            assert_eq!(
                (time.precision.as_str(), time.latest.unwrap() - time.earliest.unwrap() + 1),
                (precision, seconds),
                "{written}"
            );
        }
        let minute = Moment::minute((2025, 5, 6), 9, 30, 360, Basis::Press).unwrap();
        assert_eq!(day_of("2025-05-06", &minute).unwrap(), minute, "what is known more finely stays");
        assert_eq!(day_of("2025-05-07", &minute).unwrap(), Moment::day(2025, 5, 7, 360, Basis::Press).unwrap());
        assert_eq!(issued("").precision, "unknown");
        for odd in ["1", "2025-13", "2025-00-10", "99999-01-01", "+2025", "2025-1-1-1", "1799"] {
            assert!(set(&app, &id, "issued", odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_bulk_edit_does_what_its_preview_said_under_one_entry() {
        let (_folder, app) = office();
        let ids = [add(&app, "1"), add(&app, "2"), add(&app, "3")];
        set(&app, &ids[1], "ground", "drugs").unwrap();
        let ask = Bulk { select: whole("", &[]), ..bulk(&[], "ground", "drugs") };
        let before = app.bulk_preview(ask.clone()).unwrap();
        assert_eq!((before.orders, before.would_change, before.already, before.refused_total, before.entries), (3, 2, 1, 0, 1));
        assert_eq!((before.samples[0].before.as_str(), before.samples[0].after.as_str()), ("not_stated", "drugs"));
        assert_eq!(list(&app, "").rows[0].ground, "not_stated", "a preview changes nothing");
        let done = app.bulk_run(ask.clone()).unwrap();
        assert_eq!((done.changed, done.seqs.len()), (2, 1));
        assert!(list(&app, "").rows.iter().all(|r| r.ground == "drugs"));
        assert_eq!(app.bulk_run(ask).unwrap().seqs, [0u32; 0], "nothing to change is no event");
        let shown = app.entry_show(BySeq { seq: done.seqs[0] }).unwrap();
        assert_eq!((shown.kind.as_str(), shown.rows, shown.fields.len(), shown.hindrance.as_str()), ("orders_amended", 2, 2, ""));
        assert_eq!(shown.fields[0].before.text, "not_stated");
        let undone = app.entry_undo(BySeq { seq: done.seqs[0] }).unwrap();
        assert_eq!((undone.kind.as_str(), undone.rows), ("orders_amended", 2));
        let grounds: Vec<String> = list(&app, "").rows.into_iter().map(|r| r.ground).collect();
        assert_eq!(grounds, ["not_stated", "drugs", "not_stated"]);
        holds(&app);
    }

    #[test]
    fn the_whole_of_a_filter_but_some_is_edited() {
        let (_folder, app) = office();
        let ids = [add(&app, "11"), add(&app, "12"), add(&app, "23")];
        let select = whole("example/1", &[&ids[0]]);
        let done = app.bulk_run(Bulk { select, ..bulk(&[], "draft", "no") }).unwrap();
        assert_eq!(done.changed, 1);
        let drafts: Vec<bool> = list(&app, "").rows.iter().map(|r| r.draft).collect();
        assert_eq!(drafts, [true, false, true]);
    }

    #[test]
    fn pasted_values_go_to_their_orders_and_what_does_not_fit_is_left_alone() {
        let (_folder, app) = office();
        let ids = [add(&app, "1"), add(&app, "2")];
        let gone = Id::from_bytes([7; 16]).to_string();
        let paste = |field: &str, values: &[&str], ids: &[&String]| Bulk {
            values: values.iter().map(|v| (*v).to_owned()).collect(),
            ..bulk(ids, field, "")
        };
        let ask = paste("issued", &["2025-03-14", "sometime", "2025-01-01"], &[&ids[0], &ids[1], &gone]);
        let before = app.bulk_preview(ask.clone()).unwrap();
        let codes: Vec<&str> = before.refused.iter().map(|r| r.code.as_str()).collect();
        assert_eq!((before.would_change, codes), (1, vec!["invalid", "not_found"]));
        assert_eq!(app.bulk_run(ask).unwrap().changed, 1);
        for odd in [paste("number", &["1"], &[&ids[0], &ids[1]]), paste("number", &["1", "2"], &[&ids[0], &ids[0]])] {
            assert_eq!(app.bulk_preview(odd).unwrap_err().code(), Code::Invalid);
        }
        holds(&app);
    }

    #[test]
    fn an_undo_tells_what_overtook_it() {
        let (_folder, app) = office();
        let id = add(&app, "1");
        let first = set(&app, &id, "ground", "drugs").unwrap().seq;
        let second = set(&app, &id, "ground", "other").unwrap().seq;
        let failure = app.entry_undo(BySeq { seq: first }).unwrap_err().failure();
        assert_eq!(failure.code, Code::UndoOvertaken);
        assert_eq!((failure.params["field"].as_str(), failure.params["entry"].clone()), ("orders.ground", second.to_string()));
        let redo = app.entry_undo(BySeq { seq: second }).unwrap().seq;
        assert_eq!(app.entry_show(BySeq { seq: redo }).unwrap().undoes, Some(second));
        assert_eq!(app.entry_undo(BySeq { seq: second }).unwrap_err().code(), Code::UndoneBefore);
        app.entry_undo(BySeq { seq: first }).unwrap();
        assert_eq!(list(&app, "").rows[0].ground, "not_stated");
        holds(&app);
    }

    #[test]
    fn an_entry_is_shown_with_whole_moments_and_names() {
        let (_folder, app) = office();
        let id = add(&app, "1");
        let seq = set(&app, &id, "issued", "2025-03-14").unwrap().seq;
        let shown = app.entry_show(BySeq { seq }).unwrap();
        let [field] = shown.fields.as_slice() else { panic!("{:?}", shown.fields) };
        assert_eq!((field.table.as_str(), field.field.as_str()), ("orders", "issued"));
        assert_eq!(field.before.time.as_ref().unwrap().earliest, None);
        assert_eq!(field.after.time.as_ref().unwrap().precision, "day");
        assert_eq!(app.entry_show(BySeq { seq: 999 }).unwrap_err().code(), Code::NotFound);
    }

    #[test]
    fn layout_and_saved_filters_are_kept_and_only_the_filters_are_record() {
        let (_folder, app) = office();
        let entries = || app.ledger_lines(super::super::wire::LedgerPage { limit: 1, offset: 0 }).unwrap().state.entries;
        let before = entries();
        let columns = vec![LayoutColumn { id: "number".to_owned(), width: 120 }];
        app.table_layout_set(TableLayout { columns: columns.clone() }).unwrap();
        assert_eq!((app.table_layout(Nothing {}).unwrap().columns, entries()), (columns.clone(), before));
        for odd in [("number", 1), ("no such", 100), ("x", 9999)] {
            let columns = vec![LayoutColumn { id: odd.0.to_owned(), width: odd.1 }];
            assert!(app.table_layout_set(TableLayout { columns }).is_err(), "{odd:?}");
        }
        let filter = SavedFilter {
            name: " Наурыз ".to_owned(),
            filter: "drugs".to_owned(),
            sort: "issued".to_owned(),
            descending: true,
            columns,
        };
        app.saved_filter_put(filter.clone()).unwrap();
        assert_eq!(entries(), before + 1);
        assert_eq!(app.saved_filters(Nothing {}).unwrap().rows, [SavedFilter { name: "Наурыз".to_owned(), ..filter.clone() }]);
        assert!(app.saved_filter_put(SavedFilter { name: "  ".to_owned(), ..filter }).is_err());
        app.saved_filter_drop(ByName { name: "Наурыз".to_owned() }).unwrap();
        assert_eq!(app.saved_filters(Nothing {}).unwrap().rows, []);
        assert_eq!(app.saved_filter_drop(ByName { name: "Наурыз".to_owned() }).unwrap_err().code(), Code::NotFound);
        holds(&app);
    }

    #[test]
    fn a_pasted_table_opens_as_a_file() {
        let (_folder, app) = office();
        let text = "number\turl\n27-31/1\thttps://a.example/1\n27-31/2\thttps://a.example/2\n".to_owned();
        let preview = app.import_text(ImportText { text }).unwrap();
        assert_eq!((preview.name.as_str(), preview.columns.len(), preview.has_header), ("pasted", 2, true));
        assert_eq!(app.import_text(ImportText { text: " \n".to_owned() }).unwrap_err().code(), Code::FileEmpty);
    }

    #[test]
    fn a_row_of_the_table_carries_what_its_columns_show() {
        let (_folder, app) = office();
        let id = add(&app, "1");
        set(&app, &id, "note", &"ұ".repeat(500)).unwrap();
        let item = app.order_show(super::super::wire::ById { id }).unwrap().items.remove(0);
        app.outcome_set(super::super::wire::OutcomeSet { id: item.id, outcome: "removed".to_owned(), complied: item.complied })
            .unwrap();
        let row = list(&app, "").rows.remove(0);
        assert_eq!((row.items, row.removed, row.known, row.reviewed), (1, 1, 1, 0));
        assert_eq!((row.note.chars().count(), row.note_cut, row.recorded_at), (300, true, 1_760_000_000));
    }
}
