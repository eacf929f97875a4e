//! The whole register: the open form, and everything in one archive.

use super::columns::{code_label, field_label};
use super::{Done, Pulse, lang_code};
use crate::api::App;
use crate::api::papers::texts_of;
use crate::api::wire::Lang;
use crate::error::{Doing, Error, Result};
use crate::exchange::export::cell::Cell;
use crate::exchange::export::csv::Csv;
use crate::exchange::export::open::{Head, Open, SCHEMA_FILE, second};
use crate::exchange::export::pack::Pack;
use crate::model::kept::{is_derived, whole};
use crate::model::kinds::{Field, Fields, Held, Kind, Shape};
use crate::model::mime::ending;
use crate::model::rubric::FILES;
use crate::store::{APP, ExhibitFile, Found, Reading, Vault, fault, hex, origin};
use crate::texts::{Arg, Texts};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{Read, Seek, Write};
use zeroize::Zeroizing;

const WRITING: &str = "writing a whole export";
/// How much of a file is read at once.
const PIECE: usize = 256 * 1024;
const LANGS: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

fn head(vault: &Vault, reading: &Reading<'_>) -> Result<Head> {
    let (size, root, last) = reading.ledger()?;
    Ok(Head {
        app: APP.to_owned(),
        as_of: last.map(|micros| micros.div_euclid(1_000_000)),
        vault: *vault.id(),
        ledger: (size, hex(&root)),
        settings: reading.knowledge()?,
        held_back: reading.blind(),
    })
}

fn total(reading: &Reading<'_>) -> Result<u64> {
    whole().try_fold(0, |sum, kind| Ok(sum + reading.count(kind)?))
}

/// Writes the open form.
pub fn json(app: &App, vault: &Vault, reading: &Reading<'_>, out: impl Write) -> Result<Done> {
    let mut pulse = Pulse::new(app, total(reading)?);
    let rows = document(vault, reading, out, &mut pulse)?;
    Ok(Done { rows, held_back: reading.blind(), ..Done::default() })
}

fn document(vault: &Vault, reading: &Reading<'_>, out: impl Write, pulse: &mut Pulse<'_>) -> Result<u64> {
    let mut open = Open::new(out, &head(vault, reading)?).doing(WRITING)?;
    let mut rows = 0;
    while let Some(kind) = open.next_kind().doing(WRITING)? {
        reading.each(kind, &mut |record| {
            pulse.beat()?;
            rows += 1;
            open.record(kind, &record.id, &record.fields).doing(WRITING)
        })?;
    }
    open.finish().doing(WRITING)?;
    Ok(rows)
}

/// Writes everything: the open form, a table of each kind, the ledger, the codebook, the method, and what explains them.
pub fn everything(app: &App, vault: &Vault, reading: &Reading<'_>, out: impl Write + Seek) -> Result<Done> {
    let records = total(reading)?;
    let entries = reading.ledger()?.0;
    let mut pulse = Pulse::new(app, records * 2 + entries);
    let mut pack = Pack::new(out);
    for lang in LANGS {
        let texts = texts_of(lang);
        let words = readme(vault, reading, &texts, records)?;
        pack.file(&format!("README.{}.txt", lang_code(lang)), words.as_bytes()).doing(WRITING)?;
    }
    pack.begin("register.json").doing(WRITING)?;
    let rows = document(vault, reading, &mut pack, &mut pulse)?;
    pack.file("schema/tarazy-register-1.schema.json", SCHEMA_FILE.as_bytes()).doing(WRITING)?;
    for kind in whole() {
        pack.begin(&format!("tables/{}.csv", kind.name)).doing(WRITING)?;
        kind_table(reading, kind, &mut pack, &mut pulse)?;
    }
    codebook(&mut pack)?;
    // Verdicts are bound to the version by which they were reached, so each is here, not only the one in use.
    for version in vault.methods()?.into_iter().filter(|m| !m.digest.is_empty()) {
        for (name, text) in FILES.iter().zip(&version.files) {
            pack.file(&format!("method/{}/{name}", version.version), text.as_bytes()).doing(WRITING)?;
        }
    }
    ledger(vault, reading, &mut pack, &mut pulse)?;
    pack.begin("working/drafts.jsonl").doing(WRITING)?;
    reading.drafts(&mut |id, answers, saved_at| {
        let line = serde_json::json!({ "order_item": id.to_string(), "answers": answers, "saved_at": second(saved_at) });
        writeln!(pack, "{line}").doing(WRITING)
    })?;
    pack.begin("working/calibration.jsonl").doing(WRITING)?;
    reading.case_drafts(&mut |d| {
        let line = serde_json::json!({ "set": d.set, "case": d.case, "answers": d.answers, "saved_at": second(d.saved_at) });
        writeln!(pack, "{line}").doing(WRITING)
    })?;
    pack.begin("working/paper-texts.jsonl").doing(WRITING)?;
    reading.paper_texts(&mut |[kind, subject, lang, name, text]| {
        let line = serde_json::json!({ "kind": kind, "subject": subject, "lang": lang, "name": name, "text": text });
        writeln!(pack, "{line}").doing(WRITING)
    })?;
    vault.each_paper_file(&mut |id, form, bytes| {
        pulse.now()?;
        pack.file(&format!("papers/{id}.{form}"), bytes).doing(WRITING)
    })?;
    exhibits(vault, reading, &mut pack, &mut pulse)?;
    pack.finish().doing(WRITING)?;
    Ok(Done { rows, held_back: reading.blind(), entries: Some(entries), ..Done::default() })
}

// The files of exhibits, each once, under its digest. One that cannot be read is named in a list instead: what is whole leaves all the same.
fn exhibits(vault: &Vault, reading: &Reading<'_>, pack: &mut Pack<impl Write + Seek>, pulse: &mut Pulse<'_>) -> Result<()> {
    let mut unread = String::new();
    for ExhibitFile { sha256, size, media } in reading.files()? {
        pulse.now()?;
        match reading.look_at(vault, &sha256, size)? {
            Found::Good => {}
            Found::Missing => unread.push_str(&format!("{sha256}  missing\n")),
            Found::Altered => unread.push_str(&format!("{sha256}  altered\n")),
        }
        if unread.contains(&sha256) {
            continue;
        }
        let mut file = reading.open(vault, &sha256, size)?;
        pack.begin(&format!("exhibits/{sha256}.{}", ending(&media))).doing(WRITING)?;
        let mut piece = Zeroizing::new(vec![0u8; PIECE]);
        loop {
            pulse.now()?;
            match file.read(&mut piece).map_err(fault)? {
                0 => break,
                got => pack.write_all(piece.get(..got).unwrap_or_default()).doing(WRITING)?,
            }
        }
    }
    if unread.is_empty() { Ok(()) } else { pack.file("exhibits/UNREAD.txt", unread.as_bytes()).doing(WRITING) }
}

fn readme(vault: &Vault, reading: &Reading<'_>, texts: &Texts, records: u64) -> Result<String> {
    let head = head(vault, reading)?;
    let orders = Kind::named("orders").map_or(Ok(0), |kind| reading.count(kind))?;
    let organisation = head.settings.iter().find(|(name, _)| name == "organisation").map(|(_, v)| v.clone()).unwrap_or_default();
    let as_of = head.as_of.map(second).unwrap_or_default();
    let mut words = texts.say(
        "export-readme",
        &[
            ("organisation", Arg::from(organisation)),
            ("as_of", Arg::from(as_of)),
            ("records", Arg::from(records)),
            ("orders", Arg::from(orders)),
            ("entries", Arg::from(head.ledger.0)),
            ("root", Arg::from(head.ledger.1)),
            ("app", Arg::from(APP)),
            ("held", Arg::from(head.held_back)),
        ],
    );
    words.push('\n');
    Ok(words)
}

// A table of a kind as it is kept: names of fields and codes, the same in every language.
fn kind_table(reading: &Reading<'_>, kind: &'static Kind, out: &mut impl Write, pulse: &mut Pulse<'_>) -> Result<()> {
    let fields: Vec<&Field> = kind.fields.iter().filter(|f| !is_derived(kind, f)).collect();
    let mut header = vec!["id".to_owned()];
    for field in &fields {
        header.push(field.name.to_owned());
        if field.shape == Shape::Moment {
            header.push(format!("{}_basis", field.name));
        }
    }
    let mut csv = Csv::new(out, &header).doing(WRITING)?;
    reading.each(kind, &mut |record| {
        pulse.beat()?;
        let mut cells = vec![Cell::text(record.id.to_string())];
        for field in &fields {
            plain(field, &record.fields, &mut cells);
        }
        csv.row(&cells).doing(WRITING)
    })?;
    csv.finish().doing(WRITING)
}

fn plain(field: &Field, fields: &Fields, cells: &mut Vec<Cell>) {
    let held = fields.get(field.name).unwrap_or(&Held::Nothing);
    cells.push(match held {
        Held::Nothing => Cell::Empty,
        Held::Text(text) => Cell::text(text.clone()),
        Held::Codes(codes) => Cell::text(codes.join(" ")),
        Held::Number(number) => Cell::Number(*number),
        Held::Moment(moment) => Cell::moment(moment),
        Held::Link(id) => Cell::text(id.to_string()),
        Held::Mark => Cell::text("yes"),
    });
    if field.shape == Shape::Moment {
        cells.push(match held {
            Held::Moment(moment) => Cell::text(moment.basis.code()),
            _ => Cell::Empty,
        });
    }
}

// Fields and codes, worded in three languages; one line for a field, and one for each of its codes.
fn codebook(pack: &mut Pack<impl Write + Seek>) -> Result<()> {
    let texts = LANGS.map(texts_of);
    let header = ["kind", "field", "shape", "sealed", "code", "kk", "ru", "en"].map(str::to_owned);
    let mut lines: Vec<[String; 8]> = Vec::new();
    for kind in whole() {
        for field in kind.fields.iter().filter(|f| !is_derived(kind, f)) {
            let mut line = |code: &str, say: &dyn Fn(&Texts) -> String| {
                let [kk, ru, en] = texts.each_ref().map(say);
                let sealed = if field.sealed { "yes" } else { "no" };
                let own = [kind.name, field.name, &shape(field), sealed, code].map(str::to_owned);
                let [kind, field, shape, sealed, code] = own;
                lines.push([kind, field, shape, sealed, code, kk, ru, en]);
            };
            line("", &|t| field_label(t, kind.name, field.name));
            if let Shape::Code(codes, _) | Shape::Codes(codes) = field.shape {
                for code in codes.iter().filter(|c| !c.is_empty()) {
                    line(code, &|t| code_label(t, kind.name, field.name, code));
                }
            }
        }
    }
    pack.begin("codebook.csv").doing(WRITING)?;
    let mut csv = Csv::new(&mut *pack, &header).doing(WRITING)?;
    for line in &lines {
        let cells: Vec<Cell> = line.iter().map(|text| Cell::text(text.clone())).collect();
        csv.row(&cells).doing(WRITING)?;
    }
    csv.finish().doing(WRITING)?;
    pack.begin("codebook.json").doing(WRITING)?;
    writeln!(pack, "[").doing(WRITING)?;
    for (place, line) in lines.iter().enumerate() {
        let entry = CodebookLine { line };
        serde_json::to_writer(&mut *pack, &entry).map_err(std::io::Error::from).doing(WRITING)?;
        writeln!(pack, "{}", if place + 1 < lines.len() { "," } else { "" }).doing(WRITING)?;
    }
    writeln!(pack, "]").doing(WRITING)
}

struct CodebookLine<'l> {
    line: &'l [String; 8],
}

impl serde::Serialize for CodebookLine<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let names = ["kind", "field", "shape", "sealed", "code", "kk", "ru", "en"];
        let mut map = to.serialize_map(Some(names.len()))?;
        for (name, value) in names.iter().zip(self.line) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

fn shape(field: &Field) -> String {
    match field.shape {
        Shape::Text => "text".to_owned(),
        Shape::Long => "long".to_owned(),
        Shape::Code(..) => "code".to_owned(),
        Shape::Codes(_) => "codes".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Moment => "moment".to_owned(),
        Shape::Link(to) => format!("link to {to}"),
        Shape::About => "link to any kind".to_owned(),
        Shape::Mark => "mark".to_owned(),
    }
}

// The ledger as lines that a verifier can walk: the signed bytes, the values beside them, and the signed checkpoints.
fn ledger(vault: &Vault, reading: &Reading<'_>, pack: &mut Pack<impl Write + Seek>, pulse: &mut Pulse<'_>) -> Result<()> {
    let (public, fingerprint) = vault.public();
    pack.begin("ledger/key.json").doing(WRITING)?;
    let origin = serde_json::to_string(&origin(vault.id(), vault.device())).map_err(|_| Error::Inside(WRITING))?;
    writeln!(
        pack,
        "{{\"vault\":\"{}\",\"device\":\"{}\",\"origin\":{origin},\"algorithm\":\"Ed25519\",\"public_key\":\"{}\",\"fingerprint\":\"{fingerprint}\"}}",
        vault.id(),
        vault.device(),
        hex(&public)
    )
    .doing(WRITING)?;
    pack.begin("ledger/entries.jsonl").doing(WRITING)?;
    reading.entries(&mut |entry| {
        pulse.beat()?;
        writeln!(
            pack,
            "{{\"seq\":{},\"entry\":\"{}\",\"values\":\"{}\"}}",
            entry.seq,
            STANDARD.encode(&entry.bytes),
            STANDARD.encode(&entry.payload)
        )
        .doing(WRITING)
    })?;
    pack.begin("ledger/checkpoints.jsonl").doing(WRITING)?;
    reading.entries(&mut |entry| match &entry.note {
        Some(note) => {
            let note = serde_json::to_string(note).map_err(|_| Error::Inside(WRITING))?;
            writeln!(pack, "{{\"size\":{},\"note\":{note}}}", entry.seq + 1).doing(WRITING)
        }
        None => Ok(()),
    })
}
