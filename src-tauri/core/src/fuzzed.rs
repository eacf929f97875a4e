//! Every reader of outside bytes as a function of bytes: for tests/fuzz, which feeds hostile ones, and for the test below, which feeds the seeds that
//! are kept there. Built for tests and with the feature `fuzzed` alone; nothing that ships has it.
//!
//! A function says whether the bytes were taken. It fails where a reader panics, or breaks its word: what can be written again is the same once it is
//! read, a place in a text is a place between letters, one spelling is one spelling.

use crate::analysis::snapshot;
use crate::api::silent::Silent;
use crate::api::wire::Code;
use crate::api::{App, dispatch};
use crate::env::Fixed;
use crate::exchange::export::read_open::read_open;
use crate::exchange::frozen::{self, Bounds};
use crate::exchange::{
    Asked, Book, DateOrder, Encoding, Header, Limits, LocatorKind, Mapping, ParsedDate, Table, locator_warnings, open_memory,
    plan, propose, read_date, read_figures, recognise, split_addresses, visible,
};
use crate::model::address::{differences, refang, spellings, url_canonical};
use crate::model::filter::{Filter, complete};
use crate::model::mime::{HEAD_BYTES, media_type};
use crate::model::rubric::{self, Rubric};
use crate::model::time::Basis;
use crate::papers::{is_photo, photo_head, without_camera};
use crate::store::{KdfCost, Key, Passphrase, deciphered_from, enciphered, read_header};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::sync::{Arc, OnceLock};
use tarazy_ledger::{
    Checkpoint, Disclosure, Entry, FieldDigest, Frontier, Signer, Value, check_consistency, check_proof, consistency_proof,
    decode, encode, field_digest, key_from_pem, key_to_pem, leaf_hash, open, root, sign, verify_consistency, verify_inclusion,
    write_consistency,
};
use tarazy_verifier::{check, unpack};

/// A reader: takes bytes and says whether it took them for what it reads.
pub type Target = fn(&[u8]) -> bool;

/// All readers by the names of their programs in tests/fuzz.
pub const TARGETS: &[(&str, Target)] = &[
    ("address", address),
    ("archive", archive),
    ("blob", blob),
    ("bundle", bundle),
    ("command", command),
    ("consistency", consistency),
    ("dates", dates),
    ("disclosure", disclosure),
    ("entry", entry),
    ("filter", filter),
    ("header", header),
    ("inclusion", inclusion),
    ("letter", letter),
    ("method", method),
    ("note", note),
    ("open_export", open_export),
    ("photo", photo),
    ("sheet", sheet),
    ("snapshot", snapshot),
    ("table", table),
    ("workbook", workbook),
];

/// Feeds bytes to the reader of this name.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|(known, _)| *known == name);
    assert!(target.is_some(), "{name} is no target");
    if let Some((_, read)) = target {
        let _ = read(bytes);
    }
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// Begins a file in a text that holds several: the rest of the line is its name.
const FILE: &str = "==> ";

/// Reads a text that holds several files.
fn files(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let parts = text(bytes)?.strip_prefix(FILE)?.split("\n==> ");
    parts.map(|part| part.split_once('\n').map(|(name, file)| (name.to_owned(), file.as_bytes().to_vec()))).collect()
}

const ORIGIN: &str = "tarazy/0123456789abcdef";

fn signer() -> Signer {
    Signer::from_seed([7; 32])
}

/// The entries of a log that all targets of the ledger share, and its checkpoint.
fn log() -> &'static (Vec<[u8; 32]>, Vec<u8>, String) {
    static LOG: OnceLock<(Vec<[u8; 32]>, Vec<u8>, String)> = OnceLock::new();
    LOG.get_or_init(|| {
        let entry = disclosed().0.to_bytes();
        let mut leaves: Vec<[u8; 32]> = (0..11u8).map(|n| leaf_hash(&[n])).collect();
        leaves.push(leaf_hash(&entry));
        let note = checkpoint(&leaves);
        (leaves, entry, note)
    })
}

fn checkpoint(leaves: &[[u8; 32]]) -> String {
    sign(&signer(), &Checkpoint { origin: ORIGIN.to_owned(), size: leaves.len() as u64, root: root(leaves) })
}

/// An entry and what is disclosed of it.
fn disclosed() -> (Entry, Disclosure) {
    let values = [
        ("orders.1.number", Value::Array(vec![Value::Null, Value::Text("25-01/4".to_owned())])),
        ("actor", Value::Text("Aigerim of the example".to_owned())),
        ("concerns", Value::Array(vec![Value::Bytes(vec![1; 16])])),
    ];
    let digest = |(name, value): &(&str, Value)| FieldDigest {
        name: (*name).to_owned(),
        digest: field_digest(&[name.len() as u8; 16], name, value),
    };
    let entry = Entry {
        vault: [1; 16],
        device: [2; 16],
        seq: 11,
        recorded_at: 1_700_000_000_000_000,
        kind: "order_recorded".to_owned(),
        object: [4; 16],
        fields: values.iter().map(digest).collect(),
        rows_root: None,
        prev: [6; 32],
        app: "tarazy 0".to_owned(),
    };
    let shown = values.into_iter().map(|(name, value)| (name != "actor").then_some(([name.len() as u8; 16], value)));
    (entry, Disclosure(shown.collect()))
}

/// header.json of a vault.
#[must_use]
pub fn header(bytes: &[u8]) -> bool {
    let Ok(read) = read_header(bytes) else { return false };
    let header = read.header;
    let (id, salt) = (header.id(), header.salt());
    // Deriving keys takes its time by design; the cost of the tests' own vaults shows as much, and one out of bounds is refused.
    if header.slots.len() <= 2
        && header.slots.iter().all(|slot| slot.kdf.is_none_or(|kdf| kdf == KdfCost::TESTS || !kdf.is_bounded()))
    {
        assert!(header.open(&Passphrase::new("another passphrase")).is_err());
    }
    id.is_ok() && salt.is_ok()
}

/// A value, an entry or a frontier of the ledger.
#[must_use]
pub fn entry(bytes: &[u8]) -> bool {
    if let Ok(value) = decode(bytes) {
        assert_eq!(encode(&value), bytes, "a value has one encoding");
    }
    if let Ok(frontier) = Frontier::from_bytes(bytes) {
        assert_eq!(frontier.to_bytes(), bytes);
        let _ = frontier.root();
    }
    let Ok(entry) = Entry::from_bytes(bytes) else { return false };
    assert_eq!(entry.to_bytes(), bytes, "an entry has one encoding");
    true
}

/// A checkpoint as a signed note, or a public key.
#[must_use]
pub fn note(bytes: &[u8]) -> bool {
    let Some(text) = text(bytes) else { return false };
    if let Ok(key) = key_from_pem(text) {
        assert_eq!(key_to_pem(&key), text, "a key has one form");
        return true;
    }
    let Ok(found) = open(text, &signer().public(), ORIGIN) else { return false };
    let ours = sign(&signer(), &found);
    assert!(ours.lines().take(4).eq(text.lines().take(4)), "what was signed is what was read");
    true
}

/// The proof that an entry stands in a log; what has no checkpoint gets one.
#[must_use]
pub fn inclusion(bytes: &[u8]) -> bool {
    numbers(bytes);
    let Some(text) = text(bytes) else { return false };
    let (_, entry, note) = log();
    let whole = if text.contains("\n\n") { text.to_owned() } else { format!("{text}\n\n{note}") };
    let Ok((place, found)) = check_proof(&whole, entry, &signer().public(), ORIGIN) else { return false };
    assert_eq!((place, found.size), (11, 12), "the entry stands in one place");
    true
}

// A leaf or root, places and sizes of any magnitude, and hashes.
fn numbers(bytes: &[u8]) {
    let Some((known, rest)) = bytes.split_first_chunk::<32>() else { return };
    let Some((first, rest)) = rest.split_first_chunk::<8>() else { return };
    let Some((second, rest)) = rest.split_first_chunk::<8>() else { return };
    let (first, second) = (u64::from_be_bytes(*first), u64::from_be_bytes(*second));
    let (hashes, _) = rest.as_chunks::<32>();
    let there = verify_inclusion(known, first, second, hashes, &[0; 32]);
    let grown = verify_consistency((first, known), (second, &[0; 32]), hashes);
    assert!(!there && !grown || *known == [0; 32], "no hash is known to be zero");
}

/// The proof that a log has only grown; what has no checkpoint gets one.
#[must_use]
pub fn consistency(bytes: &[u8]) -> bool {
    let Some(text) = text(bytes) else { return false };
    let (leaves, _, note) = log();
    let seen = checkpoint(leaves.get(..7).unwrap_or_default());
    let whole = if text.contains("\n\n") { text.to_owned() } else { format!("{text}\n\n{note}") };
    let Ok((old, new)) = check_consistency(&whole, &seen, &signer().public(), ORIGIN) else { return false };
    assert_eq!((old.size, new.size), (7, 12), "only one later checkpoint was ever signed");
    let hashes = consistency_proof(leaves, 7).unwrap_or_default();
    assert!(whole.starts_with(&write_consistency(7, &hashes, "")), "a proof has one text");
    true
}

/// What is disclosed of an entry.
#[must_use]
pub fn disclosure(bytes: &[u8]) -> bool {
    let Some(text) = text(bytes) else { return false };
    let entry = disclosed().0;
    let Ok(read) = Disclosure::read(text, &entry) else { return false };
    assert_eq!(read.write(&entry), text, "a disclosure has one text");
    assert_eq!(read.told(&entry).lines().count(), 9, "a value breaks no line");
    true
}

/// A bundle as an archive, or its files one after the other.
#[must_use]
pub fn bundle(bytes: &[u8]) -> bool {
    if let Some(files) = files(bytes) {
        return check(&files).holds();
    }
    let Ok(files) = unpack(bytes) else { return false };
    let packed = crate::exchange::bundle::pack(&files, Cursor::new(Vec::new())).map(Cursor::into_inner);
    assert_eq!(packed.map(|packed| packed.len()).ok(), Some(bytes.len()), "no byte stands outside the files");
    let _ = check(&files);
    true
}

/// Limits that a fuzzer reaches.
fn limits() -> Limits {
    Limits {
        rows_max: 5_000,
        columns_max: 60,
        cell_bytes_max: 4_096,
        cells_max: 50_000,
        unpacked_bytes_max: 1 << 22,
        ..Limits::default()
    }
}

/// Does with a file what an import does: every table of it, a field for every column, the orders, the rows that are refused.
fn imported(book: &Arc<Book>) {
    let few = book.tables().len().min(3);
    let _ = book.best_table();
    for place in 0..few {
        for header in [Header::Found, Header::Absent, Header::Line(2)] {
            let Ok(table) = Table::new(book, place, header) else { continue };
            let proposed = propose(&table);
            let _ = (read_figures(&table), table.top(), table.rows_above());
            for order in [None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)] {
                let fields: Vec<_> = proposed.iter().map(|column| column.field).collect();
                let mapping = Mapping { dates: vec![order; fields.len()], fields };
                let Ok(plan) = plan(&table, &mapping, &mut |_, _| ControlFlow::Continue(())) else { continue };
                assert_eq!(plan.orders().count(), plan.order_count(), "the second pass makes the orders of the first");
                plan.each_rejected(&mut |_, _, _| ControlFlow::Continue(()));
            }
        }
    }
}

/// A text file to be imported, in the encoding that is found in it and in one more.
#[must_use]
pub fn table(bytes: &[u8]) -> bool {
    const OTHERS: [Encoding; 4] = [Encoding::Windows1251, Encoding::Utf16Le, Encoding::Kz1048, Encoding::Cp866];
    if bytes.starts_with(b"PK") {
        return false;
    }
    let other = OTHERS.get(bytes.len() % OTHERS.len()).copied();
    if let Ok(book) = open_memory(bytes, "a.csv", Asked { encoding: other, delimiter: None }, &limits()) {
        imported(&book);
    }
    let found = open_memory(bytes, "a.csv", Asked::default(), &limits());
    found.inspect(imported).is_ok()
}

/// A workbook to be imported.
#[must_use]
pub fn workbook(bytes: &[u8]) -> bool {
    let found = open_memory(bytes, "a.xlsx", Asked::default(), &limits());
    bytes.starts_with(b"PK") && found.inspect(imported).is_ok()
}

/// The cells of a sheet, as XML inside a workbook that is sound otherwise.
#[must_use]
pub fn sheet(bytes: &[u8]) -> bool {
    packed_sheet(bytes).is_ok_and(|packed| workbook(&packed))
}

fn packed_sheet(sheet: &[u8]) -> std::io::Result<Vec<u8>> {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let above = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let beside = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let parts = [
        ("_rels/.rels", above.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", beside.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for (name, bytes) in parts {
        out.start_file(name, options)?;
        out.write_all(bytes)?;
    }
    Ok(out.finish()?.into_inner())
}

/// A register in its open form.
#[must_use]
pub fn open_export(bytes: &[u8]) -> bool {
    read_open(bytes, &mut |_| Ok::<(), ()>(())).is_ok()
}

/// The archive of a snapshot.
#[must_use]
pub fn archive(bytes: &[u8]) -> bool {
    frozen::unpack(Cursor::new(bytes), Bounds { files: 64, bytes: 1 << 22, ratio: 200 }).is_ok()
}

/// The files of a snapshot, under a manifest that fits them, and the tables that contest one.
#[must_use]
pub fn snapshot(bytes: &[u8]) -> bool {
    let _ = (snapshot::read_verdicts(bytes), snapshot::read_calibration(bytes));
    let Some(mut files) = files(bytes) else { return false };
    // Both must be there, and nothing is read out of them.
    for name in [snapshot::README, snapshot::RESULTS] {
        files.entry(name.to_owned()).or_default();
    }
    if let Some(mut manifest) =
        files.remove(snapshot::MANIFEST).and_then(|file| serde_json::from_slice::<serde_json::Value>(&file).ok())
    {
        let listed = files.iter().map(|(name, file)| (name.clone(), snapshot::digest_of(file).into()));
        let listed: serde_json::Map<String, serde_json::Value> = listed.collect();
        if let Some(object) = manifest.as_object_mut() {
            object.insert("files".to_owned(), listed.into());
        }
        files.insert(snapshot::MANIFEST.to_owned(), manifest.to_string().into_bytes());
    }
    let Ok((read, _)) = snapshot::read(&files) else { return false };
    // Computing takes its time: the fuzzer has it.
    if cfg!(feature = "fuzzed") {
        let _ = read.results();
    }
    true
}

/// The file of an exhibit, encrypted; or what stands inside the encryption.
#[must_use]
pub fn blob(bytes: &[u8]) -> bool {
    static MASTER: OnceLock<Option<Key>> = OnceLock::new();
    let Some(master) = MASTER.get_or_init(|| Key::draw(&Fixed::env(0)).ok()) else { return false };
    if bytes.starts_with(b"age-encryption.org/") {
        let found = deciphered_from(bytes, master, &Sha256::digest(EXHIBIT), EXHIBIT.len() as u64);
        return found.inspect(|found| assert_eq!(found, EXHIBIT)).is_ok();
    }
    let Some((size, file)) = bytes.split_first_chunk::<8>() else { return false };
    let size = u64::from_be_bytes(*size);
    let file = usize::try_from(size).ok().and_then(|size| file.get(..size)).unwrap_or(file);
    let mut plain = bytes.to_vec();
    plain.resize(plain.len().max(64 * 1024), 0);
    let Ok(locked) = enciphered(&plain, master) else { return false };
    let found = deciphered_from(&locked, master, &Sha256::digest(file), size);
    found.inspect(|found| assert_eq!(found, file, "the file is the one on record")).is_ok()
}

/// The exhibit that `blob` knows.
const EXHIBIT: &[u8] = b"an invented exhibit\n";

/// A photograph that a paper may hold.
#[must_use]
pub fn photo(bytes: &[u8]) -> bool {
    let _ = media_type("a.jpg", bytes.get(..HEAD_BYTES).unwrap_or(bytes));
    let plain = without_camera(bytes);
    assert_eq!(without_camera(&plain), plain, "what its camera wrote is gone at once");
    let Ok(head) = photo_head(bytes) else { return false };
    let (across, down) = head.seen();
    assert!(across > 0 && down > 0 && is_photo(&plain), "without it the picture is the same");
    true
}

/// Addresses of a cell.
#[must_use]
pub fn address(bytes: &[u8]) -> bool {
    let Some(text) = text(bytes) else { return false };
    let canonical = url_canonical(text);
    assert_eq!(url_canonical(&canonical), canonical, "one spelling is one spelling");
    let (one, other) = text.split_once('\n').unwrap_or((text, &canonical));
    let _ = (differences(one, other), spellings(text), visible(text));
    let found = split_addresses(text);
    for part in &found {
        let _ = (locator_warnings(part), refang(part), url_canonical(part));
    }
    found.iter().any(|part| LocatorKind::of(&refang(part)) != LocatorKind::Text)
}

/// A cell that holds a date, however the column is written.
#[must_use]
pub fn dates(bytes: &[u8]) -> bool {
    let Some(cell) = text(bytes) else { return false };
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::Iso, DateOrder::Undecided];
    let read = orders.map(|order| read_date(cell, order));
    for value in read.iter().flatten() {
        assert!(value.first <= value.last, "an interval runs forward");
        let date = ParsedDate::new(*value, cell);
        let _ = date.shown();
        for basis in [Basis::Document, Basis::Observed] {
            let moment = date.moment_in_astana(basis);
            assert!(moment.is_none_or(|moment| moment.is_sound()), "a moment is sound or is none");
        }
    }
    read.iter().any(Option::is_some)
}

/// A text that somebody pastes.
#[must_use]
pub fn letter(bytes: &[u8]) -> bool {
    let Some(text) = text(bytes) else { return false };
    let all = recognise(text).all();
    for (field, _, place, _) in &all {
        assert!(text.get(place.clone()).is_some(), "{field} stands between letters of the text");
    }
    !all.is_empty()
}

/// A filter as somebody types it, finished or not.
#[must_use]
pub fn filter(bytes: &[u8]) -> bool {
    let Some(text) = text(bytes) else { return false };
    for (cursor, _) in text.char_indices().take(40).chain([(text.len(), ' ')]) {
        for hint in complete(text, cursor, "kk", |_| vec!["telegram".to_owned(), "ойдан шығарылған".to_owned()]) {
            assert!(text.get(hint.from..hint.to).is_some(), "a hint replaces letters of the text");
        }
    }
    match Filter::parse(text) {
        Ok(filter) => {
            let _ = filter.told_at(0);
            true
        }
        Err(problem) => {
            assert!(text.get(problem.from..problem.to).is_some(), "{} is between letters of the text", problem.code);
            false
        }
    }
}

/// A command before the vault is open: its name on a line, then its arguments.
#[must_use]
pub fn command(bytes: &[u8]) -> bool {
    static APP: OnceLock<App> = OnceLock::new();
    // A vault cannot be made there.
    let app = APP.get_or_init(|| App::new(Fixed::env(0), Arc::new(Silent), "/dev/null/vault".into(), KdfCost::TESTS));
    let Some((name, args)) = text(bytes).and_then(|text| text.split_once('\n')) else { return false };
    let Ok(args) = serde_json::from_str(args) else { return false };
    let reply = dispatch(app, name, args);
    assert!(app.vault().is_err(), "nothing opens a vault that is not there");
    reply.is_ok() || reply.is_err_and(|failure| failure.code != Code::Invalid)
}

/// The files of a version of the method.
#[must_use]
pub fn method(bytes: &[u8]) -> bool {
    let Some(files) = files(bytes) else { return false };
    let files: Vec<(String, Vec<u8>)> = files.into_iter().collect();
    let Ok((texts, source, _)) = rubric::read_folder(&files) else { return false };
    let faults = rubric::check_files(&texts, &source);
    let _ = (rubric::sets(&source), rubric::step(&source, &source), rubric::judge_differently(&source, &source));
    if let Ok(written) = rubric::texts_of(&source) {
        assert!(rubric::read_texts(&written).is_ok(), "what is written is read");
    }
    if let Ok(rubric) = Rubric::of_texts(texts) {
        let _ = (rubric.judge(&[]), rubric.order_findings(&[], ""), rubric.with_derived(&[]));
        return true;
    }
    assert!(!faults.is_empty(), "what is without fault is put together");
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};
    use tarazy_ledger::{inclusion_proof, write_proof};

    fn fuzz() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz")
    }

    fn names(folder: &Path) -> BTreeSet<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn every_reader_has_its_program_and_its_seeds() {
        let known: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(names(&fuzz().join("seeds")), known);
        assert_eq!(names(&fuzz().join("targets")), known.iter().map(|name| format!("{name}.rs")).collect());
        let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).unwrap();
        for name in &known {
            let program = fs::read_to_string(fuzz().join(format!("targets/{name}.rs"))).unwrap();
            assert!(program.contains(&format!("fuzzed::run(\"{name}\"")), "{name} feeds another reader");
            assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name} is not built");
        }
    }

    // What is named sound is taken, what is named bad is refused: a form that changed leaves no seed behind that shows nothing.
    #[test]
    fn every_seed_is_taken_or_refused_as_its_name_says() {
        let mut odd = Vec::new();
        for (name, read) in TARGETS {
            let folder = fuzz().join("seeds").join(name);
            let mut taken = 0;
            for seed in names(&folder) {
                let is_sound = seed.starts_with("sound");
                assert!(is_sound || seed.starts_with("bad"), "{name}/{seed} says neither sound nor bad");
                taken += u32::from(is_sound);
                if read(&fs::read(folder.join(&seed)).unwrap()) != is_sound {
                    odd.push(format!("{name}/{seed}"));
                }
            }
            assert!(taken > 0, "{name} has no seed that is taken");
        }
        assert!(
            odd.is_empty(),
            "{}: the forms have changed; TARAZY_WRITE_SEEDS=1 writes those anew that are made here",
            odd.join(", ")
        );
    }

    /// A row of numbers that look drawn, the same every time.
    struct Drawn(crate::Env);

    impl Drawn {
        fn below(&mut self, bound: usize) -> usize {
            let mut bytes = [0; 8];
            self.0.entropy.fill(&mut bytes).unwrap();
            usize::try_from(u64::from_le_bytes(bytes) % bound.max(1) as u64).unwrap()
        }

        fn byte(&mut self) -> u8 {
            const TELLING: [u8; 16] = *b"\0\xff\x7f\x80 \n\r\t0-/.,;\"\\";
            if self.below(3) == 0 { TELLING[self.below(TELLING.len())] } else { self.below(256) as u8 }
        }

        /// Harms bytes in one way: a bit, a byte, a stretch that is gone, said twice, or taken from elsewhere.
        fn harm(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
            let (from, length) = (self.below(bytes.len()), 1 + self.below(24));
            let to = (from + length).min(bytes.len());
            match self.below(6) {
                _ if bytes.is_empty() => bytes.push(self.byte()),
                0 => bytes[from] ^= 1 << self.below(8),
                1 => bytes[from] = self.byte(),
                2 => drop(bytes.drain(from..to)),
                3 => bytes.splice(from..from, bytes[from..to].to_vec()).for_each(drop),
                4 => {
                    let there = self.below(other.len());
                    let taken = other[there..(there + length).min(other.len())].to_vec();
                    bytes.splice(from..to, taken).for_each(drop);
                }
                _ => bytes.truncate(from),
            }
        }
    }

    // What the fuzzer does in earnest, without its eyes: enough to see at once that a reader has become careless. TARAZY_HARMS says how often.
    #[test]
    fn no_reader_breaks_on_a_seed_that_was_harmed() {
        let times = std::env::var("TARAZY_HARMS").ok().and_then(|times| times.parse().ok()).unwrap_or(150);
        let mut broken = Vec::new();
        'readers: for (name, read) in TARGETS {
            let folder = fuzz().join("seeds").join(name);
            let seeds: Vec<Vec<u8>> = names(&folder).iter().map(|seed| fs::read(folder.join(seed)).unwrap()).collect();
            let mut drawn = Drawn(Fixed::env(0));
            for time in 0..times {
                let mut bytes = seeds[drawn.below(seeds.len())].clone();
                for _ in 0..=drawn.below(4) {
                    let other = drawn.below(seeds.len());
                    drawn.harm(&mut bytes, &seeds[other]);
                }
                if std::panic::catch_unwind(|| read(&bytes)).is_err() {
                    broken.push(format!("{name}, harm {time}: {}", bytes.escape_ascii()));
                    continue 'readers;
                }
            }
        }
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }

    /// Seeds that no editor writes. They hold what this file invents and nothing else.
    #[test]
    fn seeds_are_written_when_asked() {
        if std::env::var_os("TARAZY_WRITE_SEEDS").is_none() {
            return;
        }
        let write = |target: &str, name: &str, bytes: &[u8]| {
            let folder = fuzz().join("seeds").join(target);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(name), bytes).unwrap();
        };
        let (leaves, bytes, note) = log();
        let (entry, disclosure) = disclosed();
        write("entry", "sound", bytes);
        write("entry", "bad-cut", &bytes[..bytes.len() - 1]);
        write("note", "sound", note.as_bytes());
        write("note", "sound-key", key_to_pem(&signer().public()).as_bytes());
        write("note", "bad-size", note.replace("\n12\n", "\n13\n").as_bytes());
        let way = write_proof(11, &inclusion_proof(leaves, 11).unwrap(), note);
        write("inclusion", "sound", way.as_bytes());
        write("inclusion", "sound-head", way.split_once("\n\n").unwrap().0.as_bytes());
        write("inclusion", "bad-place", way.replace("index 11", "index 10").as_bytes());
        let grown = write_consistency(7, &consistency_proof(leaves, 7).unwrap(), note);
        write("consistency", "sound", grown.as_bytes());
        write("consistency", "sound-head", grown.split_once("\n\n").unwrap().0.as_bytes());
        write("consistency", "bad-size", grown.replace("old 7", "old 8").as_bytes());
        let shown = disclosure.write(&entry);
        write("disclosure", "sound", shown.as_bytes());
        write("disclosure", "bad-salt", shown.replacen("0f0f", "0f0e", 1).as_bytes());
        write_bundle(&write, &entry, &disclosure);
        write_vault(&write);
        write_register(&write);
        write_files(&write);
    }

    type Write<'w> = dyn Fn(&str, &str, &[u8]) + 'w;

    fn write_bundle(write: &Write<'_>, entry: &Entry, disclosure: &Disclosure) {
        // A log whose only place is zero.
        let entry = Entry { seq: 0, ..entry.clone() };
        let (bytes, told) = (entry.to_bytes(), disclosure.told(&entry));
        let note = checkpoint(&[leaf_hash(&bytes)]);
        let mut files = BTreeMap::from([
            ("ledger/public-key.pem".to_owned(), key_to_pem(&signer().public()).into_bytes()),
            ("ledger/checkpoint.txt".to_owned(), note.clone().into_bytes()),
            ("ledger/0.entry".to_owned(), bytes),
            ("ledger/0.tlog-proof".to_owned(), write_proof(0, &[], &note).into_bytes()),
            ("ledger/0.disclosed".to_owned(), disclosure.write(&entry).into_bytes()),
            ("ledger/entries.txt".to_owned(), told.into_bytes()),
        ]);
        let sums = tarazy_verifier::sums(ORIGIN, &files);
        let signature = tarazy_ledger::sign_text(&signer(), &sums).unwrap();
        files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
        files.insert("SHA256SUMS.sig".to_owned(), signature.to_vec());
        assert!(check(&files).holds(), "{:?}", check(&files).flaws);
        let packed = crate::exchange::bundle::pack(&files, Cursor::new(Vec::new())).unwrap().into_inner();
        write("bundle", "sound", &packed);
        write("bundle", "bad-cut", &packed[..packed.len() - 3]);
        // A signature and an entry are no text: they stand for themselves in the archive alone.
        let told = files.iter().map(|(name, file)| format!("{FILE}{name}\n{}", String::from_utf8_lossy(file)));
        write("bundle", "bad-files", told.collect::<Vec<_>>().join("\n").as_bytes());
    }

    fn write_vault(write: &Write<'_>) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("v");
        let words = Passphrase::new("түлкі сегіз арқан теңіз боран жалау");
        drop(crate::Vault::create(&place, &words, KdfCost::TESTS, &Fixed::env(0)).unwrap());
        let header = fs::read(place.join(crate::HEADER)).unwrap();
        write("header", "sound", &header);
        write("header", "bad-digit", String::from_utf8(header).unwrap().replacen("\"epoch\": 1", "\"epoch\": 2", 1).as_bytes());
        let master = Key::draw(&Fixed::env(0)).unwrap();
        let sized = |size: u64| [&size.to_be_bytes()[..], EXHIBIT].concat();
        write("blob", "sound-inside", &sized(EXHIBIT.len() as u64));
        write("blob", "bad-size", &sized(u64::MAX));
        // The whole file is padded to 64 KiB; a seed of that size would be no seed.
        let locked = enciphered(&sized(EXHIBIT.len() as u64), &master).unwrap();
        write("blob", "bad-unpadded", &locked);
    }

    struct Saving(PathBuf);

    impl crate::api::Host for Saving {
        fn pick_open(&self) -> Option<PathBuf> {
            None
        }

        fn pick_folder(&self) -> Option<PathBuf> {
            None
        }

        fn pick_save(&self, _: &str) -> Option<PathBuf> {
            Some(self.0.clone())
        }

        fn changed(&self, _: &[&str]) {}

        fn progress(&self, _: &crate::api::wire::Progress) {}
    }

    // A register of one order, as it leaves the vault.
    fn write_register(write: &Write<'_>) {
        use crate::api::wire::{ExportAsk, Lang, OrderAdd, Recognise, SnapshotAsk, VaultCreate};
        let folder = tempfile::tempdir().unwrap();
        let saved = folder.path().join("saved");
        let app =
            App::new(Fixed::env(1_760_000_000_000_000), Arc::new(Saving(saved.clone())), folder.path().join("v"), KdfCost::TESTS);
        let passphrase = "түлкі сегіз арқан теңіз боран жалау".to_owned();
        let (organisation, actor) = ("Office".to_owned(), "Aigerim".to_owned());
        app.vault_create(VaultCreate { passphrase, lang: Lang::En, with_example: false, organisation, actor }).unwrap();
        let text = "№ 02-14/153, 05.03.2025. https://t.me/example_channel/15".to_owned();
        app.order_add(OrderAdd::of(app.order_recognise(Recognise { text }).unwrap().order)).unwrap();
        let ask = ExportAsk {
            format: "json".to_owned(),
            rows: "item".to_owned(),
            columns: Vec::new(),
            filter: String::new(),
            codes: false,
            sensitive: false,
            lang: Lang::En,
            confirmed: true,
        };
        app.export_run(ask).unwrap();
        let exported = fs::read(&saved).unwrap();
        write("open_export", "sound.json", &exported);
        write(
            "open_export",
            "bad-schema.json",
            String::from_utf8(exported).unwrap().replacen("register/1", "register/2", 1).as_bytes(),
        );
        app.snapshot_save(SnapshotAsk { filter: String::new(), as_of: String::new() }).unwrap();
        let files = frozen::unpack(fs::File::open(&saved).unwrap(), Bounds::USUAL).unwrap();
        // What is not read is left out: a seed is small.
        let read = files.iter().filter(|(name, _)| !matches!(name.as_str(), "README.txt" | "results.json"));
        let told: Vec<String> = read.map(|(name, file)| format!("{FILE}{name}\n{}", String::from_utf8_lossy(file))).collect();
        write("snapshot", "sound", told.join("\n").as_bytes());
        write("snapshot", "bad-cut", told[..told.len() - 1].join("\n").as_bytes());
    }

    fn write_files(write: &Write<'_>) {
        let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Number</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>URL</t></is></c></row>\
            <row r=\"2\"><c r=\"A2\"><v>12</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>https://example.com/a</t></is></c></row>";
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        );
        write("sheet", "sound.xml", sheet.as_bytes());
        write("sheet", "bad-rows.xml", sheet.replace("r=\"2\"", "r=\"0\"").replace("\"B2\"", "\"B0\"").as_bytes());
        let packed = packed_sheet(sheet.as_bytes()).unwrap();
        write("workbook", "sound.xlsx", &packed);
        write("workbook", "bad-cut.xlsx", &packed[..packed.len() / 2]);
        let files = [("a.csv".to_owned(), b"one\n".to_vec()), ("b/c.json".to_owned(), "{\"қ\":1}".as_bytes().to_vec())];
        let packed = frozen::pack(&files, Cursor::new(Vec::new())).unwrap().into_inner();
        write("archive", "sound.zip", &packed);
        write("archive", "bad-cut.zip", &packed[..packed.len() - 9]);
        // A camera that turns its picture (Exif, big end first), one frame of 960 by 640 in three colours, and a scan that says nothing.
        let photo = [
            &b"\xff\xd8\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"[..],
            b"\xff\xc0\x00\x11\x08\x02\x80\x03\xc0\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xda\0\x02\xff\xd9",
        ]
        .concat();
        write("photo", "sound.jpg", &photo);
        write("photo", "bad-cut.jpg", &photo[..photo.len() - 5]);
    }
}
