//! Imports: open a file, look, run it dry, write it, take it back.

use super::wire::{
    ById, Code, ImportColumn, ImportGroup, ImportLine, ImportPreview, ImportRun, ImportSummary, ImportToken, Imports,
};
use super::wire::{Nothing, Progress, RejectedRow, Saved};
use super::{App, parse_id, seq_of, small};
use crate::error::{Error, Result};
use crate::exchange::{self, Batch, Field, IncomingItem, IncomingOrder, Limits, ParsedDate, Table, group, propose};
use crate::id::Id;
use crate::model::terms;
use crate::model::time::{Basis, Moment, Precision};
use crate::store::{Item, KnownPlatforms, NewBatch, NewOrder, Order, OrderItemFacts, hex};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

const REJECTED_SHOWN: usize = 500;
const GROUPS_SHOWN: usize = 10;

/// A file opened for import.
pub(super) struct Opened {
    token: String,
    table: Arc<Table>,
}

pub(super) fn import_choose(app: &App, _: Nothing) -> Result<ImportPreview> {
    app.vault()?;
    let path = app.host.pick_open().ok_or(Error::Cancelled)?;
    open(app, &path)
}

/// Opens a file by its path: for shells that name it themselves.
pub fn import_file(app: &App, path: &Path) -> Result<ImportPreview> {
    app.vault()?;
    open(app, path)
}

fn open(app: &App, path: &Path) -> Result<ImportPreview> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let table = exchange::open_path(path, &Limits::default()).map_err(|e| refused(&e, &name))?;
    opened(app, table)
}

/// Opens a table that lies in memory, under a name.
pub(super) fn open_bytes(app: &App, bytes: Vec<u8>, name: &str) -> Result<ImportPreview> {
    opened(app, exchange::open_bytes(bytes, name, &Limits::default()).map_err(|e| refused(&e, name))?)
}

fn opened(app: &App, table: Table) -> Result<ImportPreview> {
    let token = hex(table.digest());
    let preview = ImportPreview {
        token: token.clone(),
        name: table.name().to_owned(),
        bytes: table.bytes(),
        encoding: table.encoding().name().to_owned(),
        delimiter: table.delimiter().to_string(),
        first_row: table.first_row(),
        has_header: table.header_row().is_some(),
        preset: table.preset().map(|p| p.code().to_owned()).unwrap_or_default(),
        columns: propose(&table)
            .into_iter()
            .map(|c| ImportColumn {
                index: small(c.index),
                header: c.header,
                samples: c.samples,
                field: c.field.code().to_owned(),
            })
            .collect(),
        fields: Field::ALL.iter().map(|f| f.code().to_owned()).collect(),
    };
    *app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))? = Some(Opened { token, table: Arc::new(table) });
    Ok(preview)
}

fn refused(error: &exchange::Error, name: &str) -> Error {
    let mut params = BTreeMap::from([("name".to_owned(), name.to_owned())]);
    let code = match error {
        exchange::Error::Empty => Code::FileEmpty,
        exchange::Error::Binary => Code::FileBinary,
        exchange::Error::Encoding => Code::FileEncoding,
        exchange::Error::LineTooLong { row, limit } => {
            params.insert("row".to_owned(), row.to_string());
            params.insert("limit".to_owned(), limit.to_string());
            Code::FileLineTooLong
        }
        exchange::Error::TooLarge { limit } => {
            params.insert("limit".to_owned(), limit.to_string());
            Code::FileTooLarge
        }
        exchange::Error::NoColumns => Code::FileNoColumns,
        exchange::Error::Unreadable(_) => Code::FileUnreadable,
        exchange::Error::Cancelled => return Error::Cancelled,
    };
    Error::File { code, params }
}

fn table_of(app: &App, token: &str) -> Result<Arc<Table>> {
    let opened = app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))?;
    opened.as_ref().filter(|o| o.token == token).map(|o| Arc::clone(&o.table)).ok_or(Error::NotFound)
}

fn fields_of(table: &Table, codes: &[String]) -> Result<Vec<Field>> {
    if codes.len() != table.columns() {
        return Err(Error::Invalid("fields"));
    }
    codes.iter().map(|c| Field::parse(c).ok_or(Error::Invalid("fields"))).collect()
}

fn read_groups(app: &App, table: &Table, fields: &[Field]) -> Result<Batch> {
    app.cancel.store(false, Ordering::SeqCst);
    let mut pulse = |done: u64, of: u64| {
        app.host.progress(&Progress { stage: "grouping".to_owned(), done: seq_of(done), of: seq_of(of) });
        if app.cancel.load(Ordering::SeqCst) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    group(table, fields, &mut pulse).map_err(|e| refused(&e, table.name()))
}

pub(super) fn import_dry_run(app: &App, args: ImportRun) -> Result<ImportSummary> {
    let vault = app.vault()?;
    let table = table_of(app, &args.token)?;
    let batch = read_groups(app, &table, &fields_of(&table, &args.fields)?)?;
    let mut summary = summary_of(&batch);
    let orders: Vec<NewOrder> = batch.orders.iter().map(new_order).collect();
    summary.known = small(vault.known_orders(&orders)?.iter().filter(|k| **k).count());
    Ok(summary)
}

pub(super) fn import_run(app: &App, args: ImportRun) -> Result<ImportSummary> {
    let vault = app.vault()?;
    let began = vault.env().clock.now_micros();
    let table = table_of(app, &args.token)?;
    let batch = read_groups(app, &table, &fields_of(&table, &args.fields)?)?;
    let mut summary = summary_of(&batch);
    let mapping = serde_json::to_string(&args.fields).map_err(|_| Error::Inside("writing a mapping"))?;
    let new = NewBatch {
        name: table.name().to_owned(),
        digest: hex(table.digest()),
        mapping,
        rows: summary.rows,
        rejected: summary.rejected_total,
    };
    let mut orders = Vec::with_capacity(batch.orders.len());
    let known = vault.known_platforms()?;
    for incoming in &batch.orders {
        let mut order = new_order(incoming);
        order.order.platform = platform_of(&known, incoming);
        orders.push(order);
    }
    // The groups are no longer needed, and an import should not hold a register twice.
    drop(batch);
    let made = vault.import(&new, orders, &mut |stage, done, of| {
        app.host.progress(&Progress { stage: stage.to_owned(), done: small(done), of: small(of) });
        !app.cancel.load(Ordering::SeqCst)
    })?;
    *app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))? = None;
    summary.batch = made.batch.to_string();
    summary.orders = made.orders;
    summary.items = made.items;
    summary.known = made.known;
    summary.millis = u32::try_from((vault.env().clock.now_micros() - began) / 1000).unwrap_or(0);
    app.changed(&["orders", "imports", "platforms", "reviews", "ledger"]);
    Ok(summary)
}

pub(super) fn import_cancel(app: &App, _: ImportToken) -> Result<Nothing> {
    app.cancel.store(true, Ordering::SeqCst);
    Ok(Nothing {})
}

pub(super) fn import_undo(app: &App, args: ById) -> Result<Saved> {
    let vault = app.vault()?;
    let seq = vault.undo_import(&parse_id(&args.id)?)?;
    app.changed(&["orders", "imports", "platforms", "reviews", "ledger"]);
    Ok(Saved { id: args.id, reference: String::new(), seq: seq_of(seq) })
}

pub(super) fn imports_list(app: &App, _: Nothing) -> Result<Imports> {
    let whole = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    let rows = app.vault()?.imports()?.into_iter().map(|(id, b)| ImportLine {
        id: id.to_string(),
        name: b.name,
        digest: b.digest,
        at: b.made_at,
        rows: whole(b.rows),
        orders: whole(b.orders),
        items: whole(b.items),
        rejected: whole(b.rejected),
        state: b.state,
    });
    Ok(Imports { rows: rows.collect() })
}

fn summary_of(batch: &Batch) -> ImportSummary {
    let mut largest: Vec<&IncomingOrder> = batch.orders.iter().collect();
    largest.sort_by_key(|o| (std::cmp::Reverse(o.items.len()), o.first_row));
    ImportSummary {
        rows: seq_of(batch.rows),
        orders: small(batch.orders.len()),
        items: small(batch.orders.iter().map(|o| o.items.len()).sum()),
        duplicates: seq_of(batch.duplicates),
        known: 0,
        rejected_total: small(batch.rejected.len()),
        rejected: batch
            .rejected
            .iter()
            .take(REJECTED_SHOWN)
            .map(|r| RejectedRow { row: r.row, reason: r.reason.code().to_owned(), cell: r.cell.clone() })
            .collect(),
        groups: largest
            .into_iter()
            .take(GROUPS_SHOWN)
            .map(|o| ImportGroup {
                number: o.number.clone(),
                authority: o.authority.clone(),
                issued: o.issued.as_ref().map(ParsedDate::shown).unwrap_or_default(),
                items: small(o.items.len()),
                first_row: o.first_row,
            })
            .collect(),
        batch: String::new(),
        millis: 0,
    }
}

fn moment_of(date: Option<&ParsedDate>) -> Moment {
    date.and_then(|d| d.moment_in_astana(Basis::Document)).unwrap_or_else(Moment::unknown)
}

fn new_order(incoming: &IncomingOrder) -> NewOrder {
    let mut note = Vec::new();
    for part in [&incoming.note, &incoming.reason, &incoming.topic, &incoming.evidence] {
        if !part.trim().is_empty() {
            note.push(part.trim());
        }
    }
    let order = Order {
        batch: None,
        reference: String::new(),
        instrument: incoming.instrument.to_owned(),
        number: incoming.number.trim().to_owned(),
        authority: None,
        platform: None,
        learned: Moment::unknown(),
        learned_how: "register".to_owned(),
        issued: moment_of(incoming.issued.as_ref()),
        received: moment_of(incoming.received.as_ref()),
        provisions: incoming.provisions.clone(),
        ground: "not_stated".to_owned(),
        action: "not_stated".to_owned(),
        // A list of orders is not the order itself.
        document_seen: "unknown".to_owned(),
        names_items_by_url: if incoming.items.iter().any(|i| !i.locator.is_empty()) { "yes" } else { "unknown" }.to_owned(),
        informs_of_appeal: "unknown".to_owned(),
        author_notified: "unknown".to_owned(),
        reasons_level: "unknown".to_owned(),
        note: note.join("\n"),
        draft: false,
        more: Vec::new(),
    };
    NewOrder { order, authority: incoming.authority.trim().to_owned(), items: incoming.items.iter().map(new_item).collect() }
}

fn new_item(incoming: &IncomingItem) -> (Item, OrderItemFacts) {
    let text = if incoming.text.is_empty() { &incoming.title } else { &incoming.text };
    let language = incoming.language.trim().to_lowercase();
    let item = Item {
        text: text.clone(),
        language: if terms::ITEM_LANGUAGES.contains(&language.as_str()) { language } else { String::new() },
        ..Item::at(&incoming.locator)
    };
    let complied = moment_of(incoming.complied.as_ref());
    let outcome = match incoming.outcome {
        "unknown" if complied.precision != Precision::Unknown => "removed",
        stated => stated,
    };
    (item, OrderItemFacts { outcome: outcome.to_owned(), complied })
}

// Platforms are found, not made: a register of twenty thousand sites must not become twenty thousand platforms.
fn platform_of(known: &KnownPlatforms, o: &IncomingOrder) -> Option<Id> {
    [o.platform.as_str(), o.platform_known, o.platform_host.as_str()].into_iter().find_map(|name| known.find(name))
}
