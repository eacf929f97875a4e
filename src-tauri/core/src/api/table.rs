//! The table of orders as good as a spreadsheet: one cell, many rows, its layout, saved filters, the fields behind an entry, and undo.

use super::desk::Words;
use super::orders::{bounded, one_of, view_of, wire_time};
use super::wire::{
    Bulk, BulkDone, BulkPreview, BulkRefused, BulkSample, ByName, BySeq, EntryField, EntryShown, EntryValue, FilterAsk, FilterHints,
    ImportPreview, ImportText, LayoutColumn, Nothing, OrderIds, OrderIdsAsk, OrderSet, SavedFilter, SavedFilters, Saved, Selection,
    TableLayout, Undone,
};
use super::{App, imports, parse_id, seq_of, small};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::terms;
use crate::model::time::{ASTANA, Basis, Moment, Precision};
use crate::store::{Change, Event, Order, Touched, Vault, moment_of};
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

pub(super) fn order_ids(app: &App, args: OrderIdsAsk) -> Result<OrderIds> {
    let vault = app.vault()?;
    let view = view_of(&vault, args.filter, &args.sort, args.descending)?;
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
    let view = view_of(vault, select.filter.clone(), "reference", false)?;
    let size = vault.view_size(&view)?;
    if size.saturating_sub(excluded.len()) > BULK_ORDERS_MAX {
        return Err(too_many(size.saturating_sub(excluded.len())));
    }
    let ids = vault.view_ids(&view, 0, size)?;
    Ok(ids.into_iter().filter(|id| !excluded.contains(id)).collect())
}

/// What a bulk edit does with one order.
enum Fate {
    Changes(Order, Order),
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
            Ok(()) => Ok(Fate::Changes(before, after)),
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
            Fate::Changes(before, after) => {
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
        let Fate::Changes(_, after) = plan.fate(&change, place, id)? else { continue };
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

pub(super) fn entry_show(app: &App, args: BySeq) -> Result<EntryShown> {
    let vault = app.vault()?;
    let entry = vault.entry(u64::from(args.seq), ROWS_SHOWN)?;
    let words = Words::of(&vault)?;
    let mut fields = Vec::new();
    for touched in &entry.touched {
        let reference = vault.called(touched)?;
        let mut seen = BTreeSet::new();
        for column in &touched.changed {
            let field = moment_of(column);
            if !seen.insert(field) {
                continue;
            }
            let is_moment = field != *column;
            let value = |at: &dyn Fn(&str) -> Value| if is_moment { moment_value(at, field) } else { plain_value(&words, field, &at(column)) };
            let before = if touched.made { nothing() } else { value(&|c| touched.before(c)) };
            fields.push(EntryField {
                table: touched.table.to_owned(),
                reference: reference.clone(),
                field: field.to_owned(),
                before,
                after: value(&|c| touched.after(c)),
            });
        }
    }
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

fn plain_value(words: &Words, field: &str, value: &Value) -> EntryValue {
    let shown = |kind: &str, text: String| EntryValue { kind: kind.to_owned(), text, time: None, name: None };
    match value {
        Value::Int(i) => shown("number", i.to_string()),
        Value::Text(t) => shown("text", t.clone()),
        Value::Bool(b) => shown("text", if *b { "yes" } else { "no" }.to_owned()),
        Value::Bytes(bytes) => match (Id::from_slice(bytes), field) {
            (Ok(id), "authority_id") => EntryValue { name: Some(words.authority(Some(&id))), ..shown("name", String::new()) },
            (Ok(id), "platform_id") => EntryValue { name: Some(words.platform(Some(&id))), ..shown("name", String::new()) },
            (Ok(id), _) => shown("id", id.to_string().chars().take(8).collect()),
            _ => nothing(),
        },
        _ => nothing(),
    }
}

pub(super) fn entry_undo(app: &App, args: BySeq) -> Result<Undone> {
    let vault = app.vault()?;
    let seq = vault.undo_entry(u64::from(args.seq))?;
    let undone = vault.entry(u64::from(args.seq), 1)?;
    let first: Option<&Touched> = undone.touched.first();
    let reference = first.map(|t| vault.called(t)).transpose()?.unwrap_or_default();
    app.changed(&["orders", "complaints", "platforms", "reviews", "vault", "ledger"]);
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
    let text = serde_json::to_string(&SavedFilter { name: name.clone(), ..args }).map_err(|_| Error::Inside("writing a filter"))?;
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

pub(super) fn filter_complete(app: &App, _: FilterAsk) -> Result<FilterHints> {
    app.vault()?;
    // Words alone need no hints.
    Ok(FilterHints::default())
}

pub(super) fn import_text(app: &App, args: ImportText) -> Result<ImportPreview> {
    app.vault()?;
    if args.text.len() > PASTED_BYTES_MAX {
        return Err(Error::File {
            code: super::wire::Code::FileTooLarge,
            params: std::collections::BTreeMap::from([("limit".to_owned(), PASTED_BYTES_MAX.to_string())]),
        });
    }
    imports::open_bytes(app, args.text.as_bytes(), "pasted")
}
