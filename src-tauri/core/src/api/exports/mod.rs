//! Exports: chosen, counted, written; and an open export read back.

mod columns;
mod whole;

use super::orders::view_of;
use super::papers::{refuse_inside, texts_of};
use super::vault::code;
use super::wire::{
    Code, ExportAsk, ExportChoices, ExportColumn, ExportDone, ExportPlan, Lang, Nothing, Progress, RegisterImported, Trilingual,
};
use super::{App, file_name, seq_of};
use crate::api::unfinished::{Unfinished, folder_of};
use crate::error::{Doing, Error, Result};
use crate::exchange::export::csv::Csv;
use crate::exchange::export::dsa::Dsa;
use crate::exchange::export::lumen::Lumen;
use crate::exchange::export::read_open::{Piece, Refused, read_open};
use crate::exchange::export::xlsx::Xlsx;
use crate::exchange::export::{ItemOut, OrderOut, is_sensitive, text};
use crate::model::kept;
use crate::model::kinds::Fields;
use crate::model::time::ASTANA;
use crate::store::{APP, OrderRead, Reading, Told, Vault, View, Weight, hex};
use crate::texts::Texts;
use columns::{Filler, chosen, columns, field_label, sealed};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Read, Seek, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::Ordering;

/// Rows between two looks at whether somebody cancelled.
const PULSE_ROWS: u64 = 256;

/// The forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Xlsx,
    Json,
    Lumen,
    Dsa,
    All,
}

impl Form {
    fn parse(code: &str) -> Result<Self> {
        Ok(match code {
            "csv" => Self::Csv,
            "xlsx" => Self::Xlsx,
            "json" => Self::Json,
            "lumen" => Self::Lumen,
            "dsa" => Self::Dsa,
            "all" => Self::All,
            _ => return Err(Error::Invalid("format")),
        })
    }

    /// Names a file of this form.
    fn name(self, day: &str) -> String {
        match self {
            Self::Csv => format!("tarazy-orders-{day}.csv"),
            Self::Xlsx => format!("tarazy-orders-{day}.xlsx"),
            Self::Json => format!("tarazy-register-{day}.json"),
            Self::Lumen => format!("tarazy-lumen-like-{day}.json"),
            Self::Dsa => format!("tarazy-dsa-like-{day}.json"),
            Self::All => format!("tarazy-everything-{day}.zip"),
        }
    }

    /// It holds the whole register, what is sealed among it.
    const fn is_whole(self) -> bool {
        matches!(self, Self::Json | Self::All)
    }
}

/// Counts of an export under way.
#[derive(Debug, Clone, Copy, Default)]
struct Done {
    rows: u64,
    left_out: u64,
    withheld: u64,
    shortened: u64,
    held_back: u64,
    // Entries of the ledger that left with it, under their last checkpoint.
    entries: Option<u64>,
}

/// Tells how far an export is and stops it when somebody cancelled.
struct Pulse<'a> {
    app: &'a App,
    done: u64,
    of: u64,
}

impl<'a> Pulse<'a> {
    fn new(app: &'a App, of: u64) -> Self {
        app.cancel.store(false, Ordering::SeqCst);
        Self { app, done: 0, of }
    }

    fn beat(&mut self) -> Result<()> {
        if self.done.is_multiple_of(PULSE_ROWS) {
            self.now()?;
        }
        self.done += 1;
        Ok(())
    }

    // Tells how far it is, and hears whether to go on.
    fn now(&self) -> Result<()> {
        self.app.host.progress(&Progress { stage: "export".to_owned(), done: seq_of(self.done), of: seq_of(self.of) });
        if self.app.cancel.load(Ordering::SeqCst) { Err(Error::Cancelled) } else { Ok(()) }
    }
}

fn view(vault: &Vault, args: &ExportAsk) -> Result<View> {
    view_of(vault, &args.filter, "reference", false)?.map_err(|_| Error::Invalid("filter"))
}

fn per_item(args: &ExportAsk) -> Result<bool> {
    match args.rows.as_str() {
        "item" => Ok(true),
        "order" => Ok(false),
        _ => Err(Error::Invalid("rows")),
    }
}

fn in_all_languages(say: impl Fn(&Texts) -> String) -> Trilingual {
    let [kk, ru, en] = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| say(&texts_of(lang)));
    Trilingual { kk, ru, en }
}

pub(super) fn export_choices(app: &App, _: Nothing) -> Result<ExportChoices> {
    let vault = app.vault()?;
    let texts = [Lang::Kk, Lang::Ru, Lang::En].map(texts_of);
    let list = |per_item: bool| {
        let wire = |column: &columns::Column| {
            let [kk, ru, en] = [0, 1, 2].map(|n| texts.get(n).map(|t| column.label(t)).unwrap_or_default());
            ExportColumn { id: column.id(), label: Trilingual { kk, ru, en }, usual: column.is_usual() }
        };
        columns(per_item).iter().map(wire).collect()
    };
    let sealed = sealed().into_iter().map(|(kind, field)| in_all_languages(|t| field_label(t, kind, field.name)));
    Ok(ExportChoices { item: list(true), order: list(false), sealed: sealed.collect(), fresh: vault.is_fresh()? })
}

/// Says whether an order is not told to others: a draft is not finished, a duplicate counts once, what was withdrawn is none.
fn is_set_aside(order: &Fields) -> bool {
    ["draft", "withdrawn", "dup_of"].iter().any(|field| order.contains_key(field))
}

pub(super) fn export_plan(app: &App, args: ExportAsk) -> Result<ExportPlan> {
    let vault = app.vault()?;
    let form = Form::parse(&args.format)?;
    let per_item = per_item(&args)?;
    let told = match form {
        Form::Csv | Form::Xlsx if !args.sensitive => columns::told(&chosen(per_item, &args.columns)?),
        Form::Lumen => Told { locator: true, ..Told::default() },
        _ => Told::default(),
    };
    let view = view(&vault, &args)?;
    vault.reading(|reading| {
        let mut plan = Done::default();
        let mut orders = 0;
        if form.is_whole() {
            for kind in kept::whole() {
                plan.rows += reading.count(kind)?;
            }
            plan.held_back = reading.blind();
            orders = reading.count(kept::named("orders").ok_or(Error::Inside("a kind of record is gone"))?)?;
        } else {
            reading.weigh(&view, told, &mut |weight| {
                orders += 1;
                count(form, per_item, weight, &mut plan);
            })?;
        }
        Ok(ExportPlan {
            orders: seq_of(orders),
            rows: seq_of(plan.rows),
            left_out: seq_of(plan.left_out),
            withheld: seq_of(plan.withheld),
            held_back: seq_of(plan.held_back),
        })
    })
}

// What one order adds to the counts.
fn count(form: Form, per_item: bool, weight: Weight, counts: &mut Done) {
    let is_table = matches!(form, Form::Csv | Form::Xlsx);
    if weight.set_aside && !is_table {
        counts.left_out += 1;
        return;
    }
    counts.withheld += weight.withheld;
    counts.rows += match form {
        Form::Dsa => weight.items,
        // An order without items has a row of its own.
        Form::Csv | Form::Xlsx if per_item => weight.items.max(1),
        _ => 1,
    };
}

pub(super) fn export_cancel(app: &App, _: Nothing) -> Result<Nothing> {
    app.cancel.store(true, Ordering::SeqCst);
    Ok(Nothing {})
}

pub(super) fn export_run(app: &App, args: ExportAsk) -> Result<ExportDone> {
    let vault = app.vault()?;
    let form = Form::parse(&args.format)?;
    let per_item = per_item(&args)?;
    if form.is_whole() && !args.confirmed {
        return Err(Error::Invalid("confirmed"));
    }
    // Refused before anybody is asked for a place.
    let columns = if matches!(form, Form::Csv | Form::Xlsx) { chosen(per_item, &args.columns)? } else { Vec::new() };
    let day = super::desk::local_day(vault.env().clock.now_seconds(), ASTANA).unwrap_or_default();
    let path = app.host.pick_save(&form.name(&day)).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    let folder = folder_of(&path);
    let mut unfinished = Unfinished::beside(&path)?;
    let done = vault.reading(|reading| {
        let mut out = BufWriter::new(unfinished.file());
        let done = match form {
            Form::Csv | Form::Xlsx => table(app, &vault, reading, &args, &columns, folder, &mut out)?,
            Form::Lumen | Form::Dsa => statements(app, &vault, reading, &args, form, &mut out)?,
            Form::Json => whole::json(app, &vault, reading, &mut out)?,
            Form::All => whole::everything(app, &vault, reading, &mut out)?,
        };
        out.flush().doing("writing an export")?;
        Ok(done)
    })?;
    unfinished.flush()?;
    let (digest, bytes) = digest_of(unfinished.file())?;
    unfinished.name(&path)?;
    if let Some(entries) = done.entries {
        vault.anchor_outside(entries)?;
        app.changed(&["health"]);
    }
    Ok(ExportDone {
        name: file_name(&path),
        digest,
        bytes,
        rows: seq_of(done.rows),
        left_out: seq_of(done.left_out),
        withheld: seq_of(done.withheld),
        shortened: seq_of(done.shortened),
        held_back: seq_of(done.held_back),
    })
}

fn digest_of(file: &mut File) -> Result<(String, u64)> {
    file.rewind().doing("reading an export again")?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0u8; 64 * 1024];
    let mut bytes = 0;
    loop {
        let got = file.read(&mut buffer).doing("reading an export again")?;
        if got == 0 {
            return Ok((hex(&digest.finalize()), bytes));
        }
        bytes += got as u64;
        digest.update(buffer.get(..got).unwrap_or_default());
    }
}

enum Table<W: Write> {
    Csv(Box<Csv<W>>),
    Xlsx(Box<Xlsx>, W),
}

fn table(
    app: &App,
    vault: &Vault,
    reading: &Reading<'_>,
    args: &ExportAsk,
    columns: &[columns::Column],
    folder: &Path,
    out: impl Write + Send,
) -> Result<Done> {
    let texts = texts_of(args.lang);
    let per_item = per_item(args)?;
    let header: Vec<String> = columns.iter().map(|c| c.label(&texts)).collect();
    let mut table = if args.format == "xlsx" {
        Table::Xlsx(Box::new(Xlsx::new(folder, &texts.say("export-sheet", &[]), &header).doing("writing a workbook")?), out)
    } else {
        Table::Csv(Box::new(Csv::new(out, &header).doing("writing a table")?))
    };
    let mut filler = Filler::new(reading, &texts, args.codes, args.sensitive);
    let view = view(vault, args)?;
    let mut pulse = Pulse::new(app, reading.size_of(&view)?);
    let mut done = Done::default();
    reading.orders(&view, &mut |order| {
        pulse.beat()?;
        let items = if per_item { order.items.iter().map(Some).collect() } else { Vec::new() };
        let rows = if items.is_empty() { vec![None] } else { items };
        for item in rows {
            let cells = filler.row(columns, &order, item)?;
            match &mut table {
                Table::Csv(csv) => csv.row(&cells),
                Table::Xlsx(xlsx, _) => xlsx.row(&cells),
            }
            .doing("writing a table")?;
            done.rows += 1;
        }
        Ok(())
    })?;
    done.withheld = filler.withheld;
    match table {
        Table::Csv(csv) => csv.finish().doing("writing a table")?,
        Table::Xlsx(xlsx, out) => done.shortened = xlsx.finish(out).doing("writing a workbook")?,
    }
    Ok(done)
}

fn statements(
    app: &App,
    vault: &Vault,
    reading: &Reading<'_>,
    args: &ExportAsk,
    form: Form,
    out: &mut impl Write,
) -> Result<Done> {
    let texts = texts_of(args.lang);
    let mut filler = Filler::new(reading, &texts, true, false);
    let view = view(vault, args)?;
    let mut pulse = Pulse::new(app, reading.size_of(&view)?);
    let mut done = Done::default();
    let mut each = |write: &mut dyn FnMut(&OrderOut) -> std::io::Result<()>| {
        reading.orders(&view, &mut |order| {
            pulse.beat()?;
            let is_withheld = |fields: &Fields| is_sensitive(fields) && !text(fields, "locator").is_empty();
            let withheld = order.items.iter().filter(|i| form == Form::Lumen && is_withheld(&i.item.fields)).count() as u64;
            let set_aside = is_set_aside(&order.order.fields);
            count(form, true, Weight { set_aside, items: order.items.len() as u64, withheld }, &mut done);
            if !set_aside {
                write(&told(reading, &mut filler, order)?).doing("writing statements")?;
            }
            Ok(())
        })
    };
    if form == Form::Lumen {
        let mut file = Lumen::new(out, APP, &vault.setting("organisation")?).doing("writing notices")?;
        each(&mut |order| file.order(order))?;
        file.finish().doing("writing notices")?;
    } else {
        let mut file = Dsa::new(out, APP).doing("writing statements")?;
        each(&mut |order| file.order(order))?;
        file.finish().doing("writing statements")?;
    }
    Ok(done)
}

// An order in words that may leave. Sealed fields are taken away here already, so that no writer can let them slip.
fn told(reading: &Reading<'_>, filler: &mut Filler<'_, '_>, order: OrderRead) -> Result<OrderOut> {
    let open = |kind: &str, mut fields: Fields| {
        if let Some(kind) = kept::named(kind) {
            fields.retain(|name, _| kind.field(name).is_some_and(|f| !f.sealed));
        }
        fields
    };
    let authority = filler.linked(&order.order.fields, "authority", "authorities")?;
    let platform = filler.linked(&order.order.fields, "platform", "platforms")?;
    let mut items = Vec::with_capacity(order.items.len());
    for read in order.items {
        let author = match read.item.fields.get("author") {
            // A label of an actor begins with the reference; what may leave is the public label.
            Some(crate::model::kinds::Held::Link(id)) => reading.public_label(id)?,
            _ => String::new(),
        };
        items.push(ItemOut {
            id: read.link.id,
            link: open("order_items", read.link.fields),
            item: open("items", read.item.fields),
            author,
        });
    }
    let roles = reading.roles(&order.order.id)?;
    Ok(OrderOut { id: order.order.id, fields: open("orders", order.order.fields), authority, platform, roles, items })
}

/// Keeps a digest of what is read.
struct Digested<R> {
    from: R,
    digest: Rc<RefCell<Sha256>>,
}

impl<R: Read> Read for Digested<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let got = self.from.read(buffer)?;
        self.digest.borrow_mut().update(buffer.get(..got).unwrap_or_default());
        Ok(got)
    }
}

pub(super) fn register_import(app: &App, _: Nothing) -> Result<RegisterImported> {
    let vault = app.vault()?;
    if !vault.is_fresh()? {
        return Err(Error::RegisterNotEmpty);
    }
    let path = app.host.pick_open().ok_or(Error::Cancelled)?;
    let name = file_name(&path);
    let fault = |code: Code, params: &[(&str, String)]| {
        let mut all = BTreeMap::from([("name".to_owned(), name.clone())]);
        all.extend(params.iter().map(|(k, v)| ((*k).to_owned(), v.clone())));
        Error::File { code, params: all }
    };
    let refused = |line: String, kind: &str, field: &str| {
        fault(Code::FileRecordRefused, &[("line", line), ("kind", kind.to_owned()), ("field", field.to_owned())])
    };
    let file = File::open(&path).map_err(|_| fault(Code::FileUnreadable, &[]))?;
    let of = file.metadata().map(|m| m.len()).unwrap_or(0);
    let digest = Rc::new(RefCell::new(Sha256::new()));
    let (mut records, mut orders) = (0u64, 0u32);
    // How many records there will be is not known before; a record is some 600 bytes long.
    let mut pulse = Pulse::new(app, of / 600);
    let seq = vault.restore(|restore| {
        let mut take = |piece: Piece| match piece {
            Piece::Setting(name, value) => restore.setting(&name, &value),
            Piece::Record(kind, id, fields) => {
                pulse.beat()?;
                orders += u32::from(kind.name == "orders");
                restore.record(kind, id, fields)
            }
        };
        let read = read_open(Digested { from: file, digest: Rc::clone(&digest) }, &mut take);
        records = read.map_err(|error| match error {
            Refused::Foreign => fault(Code::FileForeign, &[]),
            Refused::Damaged { line } => fault(Code::FileDamaged, &[("line", line.to_string())]),
            Refused::TooLarge { limit } => fault(Code::FileTooLarge, &[("limit", limit.to_string())]),
            Refused::Record { line, kind, field } => refused(line.to_string(), kind, &field),
            Refused::Taker { line, kind, error: Error::Invalid(field) } => refused(line.to_string(), kind, field),
            Refused::Taker { error, .. } => error,
            Refused::Unreadable => fault(Code::FileUnreadable, &[]),
        })?;
        Ok(hex(&digest.borrow().clone().finalize()))
    });
    // What only the whole shows: a link that leads nowhere, a fact of nothing.
    let seq = seq.map_err(|error| match error {
        Error::Invalid(what) => refused("–".to_owned(), what, "id"),
        other => other,
    })?;
    app.changed(&["vault", "orders", "complaints", "platforms", "imports", "reviews", "papers", "records", "ledger"]);
    Ok(RegisterImported { name, records: seq_of(records), orders, seq: seq_of(seq) })
}

/// Returns the code of a language.
const fn lang_code(lang: Lang) -> &'static str {
    code(lang)
}

#[cfg(test)]
mod tests;
