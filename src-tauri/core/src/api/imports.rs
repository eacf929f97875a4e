//! Imports: open a file, look, run it dry, write it, take it back.

use super::wire::{
    ById, Code, ImportColumn, ImportDates, ImportFigures, ImportGroup, ImportLine, ImportPreview, ImportReopen, ImportRun,
    ImportSeen, ImportSummary, ImportTable, ImportToken, ImportTopRow, ImportTwins, ImportWarning, Imports, Lang, RejectedSaved,
};
use super::wire::{FiguresDone, Nothing, Progress, RejectedRow, Saved};
use super::{App, file_name, parse_id, seq_of, small, write_whole};
use crate::error::{Error, Result};
use crate::exchange::{
    self, Asked, Book, DateOrder, Encoding, Field, FilePreset, Header, IncomingItem, IncomingOrder, Limits, Mapping, ParsedDate,
    Plan, Table, file_preset, locator_warnings, plan, propose, read_figures, visible,
};
use crate::id::Id;
use crate::model::fold::fold_header;
use crate::model::kinds::{self, Fields, Held};
use crate::model::terms;
use crate::model::time::{ASTANA, Basis, Moment, Precision};
use crate::store::{Batch, Item, KnownPlatforms, NewBatch, NewOrder, Order, OrderItemFacts, Overlap, Vault, hex};
use crate::texts::Texts;
use chrono::Datelike;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

const REJECTED_SHOWN: usize = 500;
const GROUPS_SHOWN: usize = 10;
const WARNINGS_SHOWN: usize = 50;
const FIGURES_SHOWN: usize = 100;
/// Bytes of the file of rejected rows; what does not fit is said in its last line.
const REJECTED_BYTES_MAX: usize = 256 * 1024 * 1024;

/// A file opened for import.
pub(super) struct Opened {
    token: String,
    source: Source,
    asked: Asked,
    table: Arc<Table>,
}

/// Where a table comes from.
#[derive(Clone)]
enum Source {
    File(PathBuf),
    /// Text that was pasted: it is nowhere but here.
    Memory(Arc<[u8]>, &'static str),
}

pub(super) fn import_choose(app: &App, _: Nothing) -> Result<ImportPreview> {
    app.vault()?;
    let path = app.host.pick_open().ok_or(Error::Cancelled)?;
    import_file(app, &path)
}

/// Opens the file that was dropped onto the window: only the shell knows where it is.
pub(super) fn import_dropped(app: &App, _: Nothing) -> Result<ImportPreview> {
    app.vault()?;
    let path = app.host.take_dropped().ok_or(Error::Cancelled)?;
    import_file(app, &path)
}

/// Opens a file by its path: for shells that name it themselves.
pub fn import_file(app: &App, path: &Path) -> Result<ImportPreview> {
    open(app, Source::File(path.to_owned()))
}

/// Opens a table that lies in memory, under a name.
pub(super) fn open_bytes(app: &App, bytes: Vec<u8>, name: &'static str) -> Result<ImportPreview> {
    open(app, Source::Memory(bytes.into(), name))
}

fn open(app: &App, source: Source) -> Result<ImportPreview> {
    app.vault()?;
    let asked = Asked::default();
    let book = read(&source, asked)?;
    let place = book.best_table();
    show(app, source, asked, &book, place, Header::Found)
}

pub(super) fn import_reopen(app: &App, args: ImportReopen) -> Result<ImportPreview> {
    app.vault()?;
    let (source, before, table) = {
        let opened = app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))?;
        let opened = opened.as_ref().filter(|o| o.token == args.token).ok_or(Error::NotFound)?;
        (opened.source.clone(), opened.asked, Arc::clone(&opened.table))
    };
    let asked = Asked {
        encoding: match args.encoding.as_str() {
            "" => None,
            name => Some(Encoding::parse(name).ok_or(Error::Invalid("encoding"))?),
        },
        delimiter: args.delimiter.chars().next(),
    };
    // Only another reading of the letters needs the file again.
    let book = if asked == before { Arc::clone(table.book()) } else { read(&source, asked)? };
    let place = args.table.map_or_else(|| book.best_table(), |place| place as usize);
    let header = match args.header {
        None => Header::Found,
        Some(0) => Header::Absent,
        Some(line) => Header::Line(line),
    };
    show(app, source, asked, &book, place, header)
}

fn read(source: &Source, asked: Asked) -> Result<Arc<Book>> {
    let limits = Limits::default();
    match source {
        Source::File(path) => exchange::open_path(path, asked, &limits).map_err(|e| refused(&e, &file_name(path))),
        Source::Memory(bytes, name) => exchange::open_memory(bytes, name, asked, &limits).map_err(|e| refused(&e, name)),
    }
}

fn show(app: &App, source: Source, asked: Asked, book: &Arc<Book>, place: usize, header: Header) -> Result<ImportPreview> {
    let vault = app.vault()?;
    let table = Table::new(book, place, header).map_err(|e| refused(&e, book.name()))?;
    // The same file read in two ways is two things: a dry run of one says nothing of the other.
    let mut hasher = Sha256::new();
    hasher.update(book.digest());
    hasher.update(format!("{asked:?} {place} {header:?}"));
    let token = hex(&hasher.finalize());
    let preview = preview_of(&vault, &table, &token)?;
    let opened = Opened { token, source, asked, table: Arc::new(table) };
    *app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))? = Some(opened);
    Ok(preview)
}

fn preview_of(vault: &Vault, table: &Table, token: &str) -> Result<ImportPreview> {
    let book = table.book();
    let remembered = recall_mapping(vault, table)?;
    let file_preset = file_preset(table);
    let proposals = propose(table);
    let fields: Vec<Field> = match (&remembered, file_preset.and_then(FilePreset::fields_of)) {
        // Figures about orders are never orders.
        _ if file_preset.is_some_and(FilePreset::is_figures) => vec![Field::Ignore; table.columns()],
        (Some(kept), _) => kept.fields.clone(),
        (None, Some(by)) => proposals.iter().map(|c| by(&c.header)).collect(),
        (None, None) => proposals.iter().map(|c| c.field).collect(),
    };
    let dates = |index: usize| remembered.as_ref().and_then(|kept| kept.dates.get(index).copied().flatten());
    let top_row = |(row, cells): (u32, Vec<String>)| ImportTopRow { row, cells };
    Ok(ImportPreview {
        token: token.to_owned(),
        name: book.name().to_owned(),
        bytes: book.bytes(),
        encoding: book.encoding().map(|e| e.name().to_owned()).unwrap_or_default(),
        encodings: book.encoding().map(|_| Encoding::ALL.iter().map(|e| e.name().to_owned()).collect()).unwrap_or_default(),
        delimiter: book.delimiter().map(|d| d.to_string()).unwrap_or_default(),
        first_row: table.first_row(),
        rows: table.row_count(),
        has_header: table.header_line().is_some(),
        header_row: table.header_line().unwrap_or(0),
        tables: book
            .tables()
            .into_iter()
            .map(|t| ImportTable { sheet: t.sheet, extent: t.extent, rows: t.rows, columns: small(t.columns) })
            .collect(),
        table: small(table.place()),
        top: table.top().into_iter().map(top_row).collect(),
        above: table.lines_above().iter().map(|(row, text)| ImportTopRow { row: *row, cells: vec![text.clone()] }).collect(),
        preset: table.preset().map(exchange::Preset::code).or(file_preset.map(FilePreset::code)).unwrap_or_default().to_owned(),
        kind: if file_preset.is_some_and(FilePreset::is_figures) { "figures" } else { "orders" }.to_owned(),
        remembered: remembered.is_some(),
        seen_before: seen(vault, book)?,
        columns: proposals
            .into_iter()
            .zip(&fields)
            .map(|(c, field)| ImportColumn {
                dates: dates(c.index).map(DateOrder::code).unwrap_or_default().to_owned(),
                index: small(c.index),
                header: c.header,
                samples: c.samples.iter().map(|sample| visible(sample)).collect(),
                field: field.code().to_owned(),
                contested: c.contested.map(Field::code).unwrap_or_default().to_owned(),
                private: c.is_private,
            })
            .collect(),
        fields: Field::ALL.iter().map(|f| f.code().to_owned()).collect(),
    })
}

fn seen(vault: &Vault, book: &Book) -> Result<Option<ImportSeen>> {
    let told = |b: Batch| ImportSeen { name: b.name, at: b.made_at, orders: u32::try_from(b.orders).unwrap_or(0) };
    Ok(vault.seen_before(&hex(book.digest()))?.map(told))
}

fn refused(error: &exchange::Error, name: &str) -> Error {
    let mut params = BTreeMap::from([("name".to_owned(), name.to_owned())]);
    let code = match error {
        exchange::Error::Empty => Code::FileEmpty,
        exchange::Error::Binary => Code::FileBinary,
        exchange::Error::Encoding => Code::FileEncoding,
        exchange::Error::Bounds { what, limit } => {
            params.insert("what".to_owned(), (*what).to_owned());
            params.insert("limit".to_owned(), limit.to_string());
            Code::FileBounds
        }
        exchange::Error::TooLarge { limit } => {
            params.insert("limit".to_owned(), limit.to_string());
            Code::FileTooLarge
        }
        exchange::Error::Workbook => Code::FileWorkbook,
        exchange::Error::NoColumns => Code::FileNoColumns,
        exchange::Error::Unreadable(_) | exchange::Error::Changed => Code::FileUnreadable,
        exchange::Error::NoTable => return Error::NotFound,
        exchange::Error::Cancelled => return Error::Cancelled,
    };
    Error::File { code, params }
}

fn table_of(app: &App, token: &str) -> Result<Arc<Table>> {
    let opened = app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))?;
    opened.as_ref().filter(|o| o.token == token).map(|o| Arc::clone(&o.table)).ok_or(Error::NotFound)
}

fn mapping_of(table: &Table, args: &ImportRun) -> Result<Mapping> {
    if args.fields.len() != table.columns() || args.dates.len() > table.columns() {
        return Err(Error::Invalid("fields"));
    }
    let fields = args.fields.iter().map(|c| Field::parse(c).ok_or(Error::Invalid("fields"))).collect::<Result<_>>()?;
    let order = |code: &String| match DateOrder::parse(code).ok_or(Error::Invalid("dates"))? {
        DateOrder::Undecided => Ok(None),
        order => Ok(Some(order)),
    };
    Ok(Mapping { fields, dates: args.dates.iter().map(order).collect::<Result<_>>()? })
}

// A mapping is remembered by the names of the columns: whoever sends such a file each month answers the questions once.
fn mapping_name(table: &Table) -> Option<String> {
    table.header_line()?;
    let headers: Vec<String> = (0..table.columns()).map(|index| fold_header(&table.header_of(index))).collect();
    let digest = Sha256::digest(headers.join("\n"));
    Some(format!("import mapping {}", hex(digest.get(..12).unwrap_or_default())))
}

fn recall_mapping(vault: &Vault, table: &Table) -> Result<Option<Mapping>> {
    let Some(name) = mapping_name(table) else { return Ok(None) };
    let kept: Option<(Vec<String>, Vec<String>)> = serde_json::from_str(&vault.setting(&name)?).ok();
    let kept = kept.map(|(fields, dates)| ImportRun { token: String::new(), fields, dates });
    Ok(kept.and_then(|kept| mapping_of(table, &kept).ok()))
}

fn remember_mapping(vault: &Vault, table: &Table, args: &ImportRun) -> Result<()> {
    let Some(name) = mapping_name(table) else { return Ok(()) };
    let preset = file_preset(table).and_then(FilePreset::fields_of);
    let proposals = propose(table);
    let proposed = proposals.iter().map(|c| preset.as_ref().map_or(c.field, |by| by(&c.header)).code());
    let nothing_said = args.dates.iter().all(String::is_empty);
    let before = vault.setting(&name)?;
    // What would be proposed anyway need not be kept.
    if before.is_empty() && nothing_said && proposed.eq(args.fields.iter().map(String::as_str)) {
        return Ok(());
    }
    let kept = serde_json::to_string(&(&args.fields, &args.dates)).map_err(|_| Error::Inside("writing a mapping"))?;
    if kept == before { Ok(()) } else { vault.put_setting(&name, &kept) }
}

fn read_groups<'t>(app: &App, table: &'t Table, mapping: &Mapping) -> Result<Plan<'t>> {
    app.cancel.store(false, Ordering::SeqCst);
    let mut pulse = |done: u64, of: u64| {
        app.host.progress(&Progress { stage: "grouping".to_owned(), done: seq_of(done), of: seq_of(of) });
        if app.cancel.load(Ordering::SeqCst) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    plan(table, mapping, &mut pulse).map_err(|e| refused(&e, table.book().name()))
}

pub(super) fn import_dry_run(app: &App, args: ImportRun) -> Result<ImportSummary> {
    let vault = app.vault()?;
    let table = table_of(app, &args.token)?;
    let plan = read_groups(app, &table, &mapping_of(&table, &args)?)?;
    let mut counting = Counting::new(&plan);
    let orders = plan.orders().map(|(place, order)| {
        counting.take(place, &order);
        new_order(&order)
    });
    let standing = vault.compare(orders)?;
    // Where the register holds nothing, nobody asked for the orders: they are still counted.
    if counting.orders == 0 {
        plan.orders().for_each(|(place, order)| counting.take(place, &order));
    }
    let mut summary = counting.summary(&plan);
    stand(&mut summary, &standing);
    summary.seen_before = seen(&vault, table.book())?;
    Ok(summary)
}

pub(super) fn import_run(app: &App, args: ImportRun) -> Result<ImportSummary> {
    let vault = app.vault()?;
    let began = vault.env().clock.now_micros();
    let table = table_of(app, &args.token)?;
    let mut plan = read_groups(app, &table, &mapping_of(&table, &args)?)?;
    let mapping = serde_json::to_string(&args.fields).map_err(|_| Error::Inside("writing a mapping"))?;
    let new = NewBatch {
        name: table.book().name().to_owned(),
        digest: hex(table.book().digest()),
        mapping,
        rows: seq_of(plan.rows),
        rejected: seq_of(plan.rejected_total),
        sample: std::mem::take(&mut plan.sample.texts),
    };
    let platforms = vault.known_platforms()?;
    let orders = || {
        plan.orders().map(|(_, incoming)| {
            let mut order = new_order(&incoming);
            order.order.platform = platform_of(&platforms, &incoming);
            order
        })
    };
    let issuers: Vec<String> = plan.issuers.iter().map(|written| written.trim().to_owned()).collect();
    let made = vault.import(&new, plan.order_count(), &issuers, &orders, &mut |stage, done, of| {
        app.host.progress(&Progress { stage: stage.to_owned(), done: small(done), of: small(of) });
        !app.cancel.load(Ordering::SeqCst)
    })?;
    remember_mapping(&vault, &table, &args)?;
    *app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))? = None;
    let mut summary = Counting::new(&plan).summary(&plan);
    stand(&mut summary, &made.standing);
    summary.batch = made.batch.to_string();
    summary.orders = made.orders;
    summary.items = made.items;
    summary.millis = u32::try_from((vault.env().clock.now_micros() - began) / 1000).unwrap_or(0);
    app.changed(&["orders", "imports", "platforms", "reviews", "ledger"]);
    Ok(summary)
}

fn stand(summary: &mut ImportSummary, standing: &Overlap) {
    summary.known = standing.known;
    summary.grown = standing.grown;
    summary.added = standing.added;
    summary.outcomes = standing.outcomes;
    summary.differing = standing.differing;
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

/// Saves the rows that cannot be taken where the person says: CSV that a spreadsheet opens without running anything.
pub(super) fn import_rejected_save(app: &App, args: ImportRun) -> Result<RejectedSaved> {
    let vault = app.vault()?;
    let table = table_of(app, &args.token)?;
    let lang = match vault.setting("lang")?.as_str() {
        "kk" => Lang::Kk,
        "en" => Lang::En,
        _ => Lang::Ru,
    };
    let plan = read_groups(app, &table, &mapping_of(&table, &args)?)?;
    let texts = super::texts_of(lang);
    let stem = table.book().name().rsplit_once('.').map_or(table.book().name(), |(stem, _)| stem).to_owned();
    let path = app.host.pick_save(&format!("{stem}-{}.csv", texts.say("reject-file", &[]))).ok_or(Error::Cancelled)?;
    if path.starts_with(app.place()?) {
        return Err(Error::PlaceRefused);
    }
    let (bytes, rows) = rejected_file(&table, &plan, &texts)?;
    write_whole(&path, &bytes)?;
    Ok(RejectedSaved { name: file_name(&path), rows })
}

fn rejected_file(table: &Table, plan: &Plan<'_>, texts: &Texts) -> Result<(Vec<u8>, u32)> {
    // The mark makes spreadsheets read UTF-8.
    let mut bytes = Vec::from("\u{feff}".as_bytes());
    let mut rows = 0;
    {
        let mut writer =
            csv::WriterBuilder::new().flexible(true).delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
        let mut put = |cells: &mut dyn Iterator<Item = String>| writer.write_record(cells).is_ok();
        let names = (0..table.columns()).map(|index| table.header_of(index));
        let mut head =
            [texts.say("reject-row", &[]), texts.say("reject-reason", &[])].into_iter().chain(names).map(|c| harmless(&c));
        let mut is_sound = put(&mut head);
        let mut written = 0;
        plan.each_rejected(&mut |line, reason, cells| {
            let worded = texts.named("reject", reason.code());
            written += cells.iter().map(|cell| cell.len() + 3).sum::<usize>() + 100;
            let is_full = written > REJECTED_BYTES_MAX;
            let cells: Vec<String> = if is_full { vec!["…".to_owned()] } else { cells.into_iter().map(harmless).collect() };
            is_sound &= put(&mut [line.to_string(), worded].into_iter().chain(cells));
            rows += 1;
            if is_full || !is_sound { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if !is_sound || writer.flush().is_err() {
            return Err(Error::Inside("writing rejected rows"));
        }
    }
    Ok((bytes, rows))
}

/// A cell that a spreadsheet would take for a formula gets a mark in front, so that it stays a text.
fn harmless(cell: impl AsRef<str>) -> String {
    let cell = cell.as_ref();
    if cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']) { format!("'{cell}") } else { cell.to_owned() }
}

pub(super) fn import_figures(app: &App, args: ImportToken) -> Result<ImportFigures> {
    app.vault()?;
    let table = table_of(app, &args.token)?;
    figures_of(&table)
}

fn figures_of(table: &Table) -> Result<ImportFigures> {
    let found = read_figures(table).ok_or(Error::Invalid("kind"))?;
    let rejected = found.rejected.iter().take(REJECTED_SHOWN);
    Ok(ImportFigures {
        rows: seq_of(found.rows),
        figures: small(found.figures.len()),
        rejected_total: small(found.rejected.len()),
        rejected: rejected
            .map(|r| RejectedRow { row: r.row, reason: r.reason.code().to_owned(), cell: r.cell.clone() })
            .collect(),
        first: found.figures.into_iter().take(FIGURES_SHOWN).map(wire_figure).collect(),
    })
}

fn wire_figure(figure: exchange::Figure) -> super::wire::ImportFigure {
    super::wire::ImportFigure {
        row: figure.row,
        publisher: figure.publisher,
        period_from: figure.period_from.to_string(),
        period_to: figure.period_to.to_string(),
        country: figure.country,
        metric: figure.metric,
        value: figure.value,
        ground: figure.ground,
        action: figure.action,
        source: figure.source,
        reliability: figure.reliability,
    }
}

/// Writes the official figures of a file into the register: those that are whole counts. Scores, ranks and shares are no counts.
pub(super) fn import_figures_run(app: &App, args: ImportToken) -> Result<FiguresDone> {
    let vault = app.vault()?;
    let table = table_of(app, &args.token)?;
    let found = read_figures(&table).ok_or(Error::Invalid("kind"))?;
    let read = found.figures.len();
    let figures: Vec<Fields> = found.figures.iter().filter_map(fields_of_figure).collect();
    let left_out = small(read - figures.len());
    let book = table.book();
    let batch = NewBatch {
        name: book.name().to_owned(),
        digest: hex(book.digest()),
        mapping: "{}".to_owned(),
        rows: seq_of(found.rows),
        rejected: small(found.rejected.len()),
        sample: Vec::new(),
    };
    let (id, written) = vault.import_figures(&batch, figures)?;
    app.changed(&["imports", "records", "ledger"]);
    Ok(FiguresDone { batch: id.to_string(), written, left_out })
}

fn fields_of_figure(figure: &exchange::Figure) -> Option<Fields> {
    let value: i64 = figure.value.parse().ok().filter(|value| *value >= 0)?;
    let metric = kinds::METRICS.iter().find(|metric| **metric == figure.metric && **metric != "unknown")?;
    let day = |d: &chrono::NaiveDate| Moment::day(d.year(), d.month(), d.day(), ASTANA, Basis::Document);
    let (from, to) = (day(&figure.period_from)?, day(&figure.period_to)?);
    let period = Moment { latest: to.latest, precision: Precision::Month, ..from };
    let mut fields = Fields::from([
        ("publisher", Held::Text(figure.publisher.clone())),
        ("period", Held::Moment(period)),
        ("metric", Held::Text((*metric).to_owned())),
        ("value", Held::Number(value)),
    ]);
    for (name, text) in
        [("country", &figure.country), ("ground", &figure.ground), ("action", &figure.action), ("source", &figure.source)]
    {
        if !text.trim().is_empty() {
            fields.insert(name, Held::Text(text.trim().to_owned()));
        }
    }
    Some(fields)
}

/// Counts orders as they go by.
struct Counting {
    orders: usize,
    items: usize,
    sizes: [u32; 4],
    largest: BTreeSet<(usize, std::cmp::Reverse<u32>, u32)>,
    shown: BTreeMap<u32, ImportGroup>,
    wanted: BTreeSet<u32>,
    warnings: Vec<ImportWarning>,
    warnings_total: u32,
}

impl Counting {
    fn new(plan: &Plan<'_>) -> Self {
        Self {
            orders: 0,
            items: 0,
            sizes: [0; 4],
            largest: BTreeSet::new(),
            shown: BTreeMap::new(),
            wanted: plan.twins.iter().take(GROUPS_SHOWN).flat_map(|(first, second)| [*first, *second]).collect(),
            warnings: Vec::new(),
            warnings_total: 0,
        }
    }

    fn take(&mut self, place: u32, order: &IncomingOrder) {
        self.orders += 1;
        self.items += order.items.len();
        let size = match order.rows {
            0..=1 => 0,
            2..=9 => 1,
            10..=99 => 2,
            _ => 3,
        };
        if let Some(count) = self.sizes.get_mut(size) {
            *count += 1;
        }
        for item in &order.items {
            for code in locator_warnings(&item.locator) {
                self.warnings_total += 1;
                if self.warnings.len() < WARNINGS_SHOWN {
                    self.warnings.push(ImportWarning { row: item.row, code: code.to_owned(), shown: visible(&item.locator) });
                }
            }
        }
        let rank = (order.items.len(), std::cmp::Reverse(order.first_row), place);
        let is_large = self.largest.len() < GROUPS_SHOWN || self.largest.first().is_some_and(|least| *least < rank);
        if is_large || self.wanted.contains(&place) {
            self.shown.insert(place, group_of(order));
        }
        if is_large {
            self.largest.insert(rank);
            if self.largest.len() > GROUPS_SHOWN
                && let Some((_, _, least)) = self.largest.pop_first()
                && !self.wanted.contains(&least)
            {
                self.shown.remove(&least);
            }
        }
    }

    fn summary(self, plan: &Plan<'_>) -> ImportSummary {
        let shown = |place: &u32| self.shown.get(place).cloned();
        let twins = plan
            .twins
            .iter()
            .take(GROUPS_SHOWN)
            .filter_map(|(first, second)| Some(ImportTwins { first: shown(first)?, second: shown(second)? }));
        ImportSummary {
            rows: seq_of(plan.rows),
            orders: small(self.orders),
            items: small(self.items),
            duplicates: seq_of(plan.duplicates),
            known: 0,
            grown: 0,
            added: 0,
            outcomes: 0,
            differing: 0,
            rejected_total: seq_of(plan.rejected_total),
            rejected: plan
                .rejected
                .iter()
                .take(REJECTED_SHOWN)
                .map(|r| RejectedRow { row: r.row, reason: r.reason.code().to_owned(), cell: visible(&r.cell) })
                .collect(),
            groups: self.largest.iter().rev().filter_map(|(_, _, place)| shown(place)).collect(),
            group_sizes: self.sizes.to_vec(),
            twins: twins.collect(),
            twins_total: plan.twins_total,
            dates: plan
                .dates()
                .iter()
                .map(|d| ImportDates {
                    column: small(d.column),
                    order: d.order.code().to_owned(),
                    asks: d.asks(),
                    sample: d.sample.clone(),
                    day_first: d.votes.day_first,
                    month_first: d.votes.month_first,
                    doubtful: d.votes.doubtful,
                })
                .collect(),
            warnings: self.warnings.clone(),
            warnings_total: self.warnings_total,
            seen_before: None,
            batch: String::new(),
            millis: 0,
        }
    }
}

fn group_of(o: &IncomingOrder) -> ImportGroup {
    ImportGroup {
        number: o.number.clone(),
        authority: o.authority.clone(),
        issued: o.issued.as_ref().map(ParsedDate::shown).unwrap_or_default(),
        items: small(o.items.len()),
        rows: o.rows,
        first_row: o.first_row,
        receipts_differ: o.receipts_differ,
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
    NewOrder {
        is_named_by_note: incoming.number.is_empty() && incoming.named_by_note,
        order,
        authority: incoming.authority.trim().to_owned(),
        items: incoming.items.iter().map(new_item).collect(),
    }
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

#[cfg(test)]
mod tests;
