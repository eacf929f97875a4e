//! The bundle of a sealed paper: the paper, the entries of the ledger that speak of it, and everything by which a stranger checks them
//! without us.

use super::exhibits::{listed, protected};
use super::papers::{Asked, asked, facts_now, kept_file, named, refuse_inside, texts_of};
use super::vault::{code, parse_lang};
use super::wire::{BundleAsk, BundleSaved, Lang, PaperAsk, PublicAsk, PublicProfile};
use super::{App, file_name, of_one_state, parse_id, small, write_whole};
use crate::error::{Doing, Error, Result};
use crate::exchange::bundle::{BYTES_MAX, pack};
use crate::exchange::export::cell::Cell;
use crate::exchange::export::csv::Csv;
use crate::id::Id;
use crate::model::audience::Audience;
use crate::model::filter::Filter;
use crate::model::mime::ending;
use crate::model::redaction::{self, Care, Shown};
use crate::store::{HandedEntry, LedgerProofs, Paper, ToldOfEntry, Vault, moment_of};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;
use tarazy_ledger::{key_to_pem, sha256_hex, sums};

const RECIPE: &str = include_str!("../../../../assets/bundle/verify.sh");
/// The entry that opens a ledger: who made it, by which program.
const FIRST: u64 = 0;
/// Entries of one thing that a bundle holds at most.
const ENTRIES_MAX: usize = 2_000;

type Files = BTreeMap<String, Vec<u8>>;

pub(super) fn paper_bundle(app: &App, args: BundleAsk) -> Result<BundleSaved> {
    let vault = app.vault()?;
    let id = parse_id(&args.id)?;
    let (entries, (files, mut saved)) =
        of_one_state(&vault, || Ok((vault.ledger_state()?.0, gathered(app, &vault, &id, args.with_program)?)))?;
    let weight: u64 = files.values().map(|bytes| bytes.len() as u64).sum();
    if weight > BYTES_MAX {
        return Err(Error::BundleTooLarge { megabytes: weight >> 20 });
    }
    let stem = saved.name.rsplit_once('.').map_or(saved.name.as_str(), |(stem, _)| stem);
    let path = app.host.pick_save(&format!("{stem}-bundle.zip")).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    let bytes = pack(&files, Cursor::new(Vec::new())).doing("packing a bundle")?.into_inner();
    write_whole(&path, &bytes)?;
    saved.name = file_name(&path);
    saved.bytes = bytes.len() as u64;
    saved.digest = sha256_hex(&bytes);
    vault.anchor_outside(entries)?;
    app.changed(&["health"]);
    Ok(saved)
}

fn gathered(app: &App, vault: &Vault, id: &Id, with_program: bool) -> Result<(Files, BundleSaved)> {
    let papers = vault.papers()?;
    let (_, paper, sealed_in) = named(&papers, id)?;
    let bytes = kept_file(vault, id, paper)?;
    let audience = Audience::parse(&paper.audience).unwrap_or(Audience::Public);
    let lang = parse_lang(&paper.lang).unwrap_or(Lang::En);
    let mut files = Files::new();
    // A name that every archive and every shell reads.
    let stem = format!("tarazy-{}-{}", paper.kind.replace('_', "-"), code(lang));
    files.insert(format!("paper/{stem}.{}", if paper.format.is_empty() { "pdf" } else { &paper.format }), bytes);

    let subject = if paper.subject.is_empty() { None } else { Some(parse_id(&paper.subject)?) };
    let custody = vault.custody()?;
    let entries = entries(vault, &custody, (id, *sealed_in), subject.as_ref(), audience)?;
    let (mut shown, mut withheld, mut told) = (0, 0, String::new());
    for HandedEntry { bytes, proof, entry, disclosure } in &entries {
        let file = |ending: &str| format!("ledger/{}.{ending}", entry.seq);
        files.insert(file("entry"), bytes.clone());
        files.insert(file("tlog-proof"), proof.clone().into_bytes());
        files.insert(file("disclosed"), disclosure.write(entry).into_bytes());
        told.push_str(&disclosure.told(entry));
        let counts = disclosure.counts();
        shown += counts.0;
        withheld += counts.1;
    }
    files.insert("ledger/entries.txt".to_owned(), told.into_bytes());
    files.insert("ledger/checkpoint.txt".to_owned(), custody.note.clone().into_bytes());
    let (public, fingerprint) = vault.public();
    files.insert("ledger/public-key.pem".to_owned(), key_to_pem(&public).into_bytes());

    let (given, kept_back) = match &subject {
        Some(order) => exhibits(vault, order, audience, &mut files)?,
        None => (0, 0),
    };
    let figures = figures(app, vault, (paper, audience, lang), &mut files)?;
    method(vault, &mut files)?;
    files.insert("verify.sh".to_owned(), RECIPE.as_bytes().to_vec());
    let verifier = if with_program { app.host.verifier() } else { None };
    let has_verifier = verifier.is_some();
    if let Some((name, program)) = verifier {
        files.insert(format!("verify/{name}"), program);
    }
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let texts = texts_of(lang);
        let args = [
            ("organisation", vault.setting("organisation")?.into()),
            ("paper", texts.named("paper-kind", &paper.kind).into()),
            ("digest", paper.digest.as_str().into()),
            ("seq", (*sealed_in).into()),
            ("entries", small(entries.len()).into()),
            ("size", custody.size().into()),
            ("audience", texts.named("paper-audience", audience.code()).into()),
            ("key", fingerprint.as_str().into()),
        ];
        let figures = texts.named("bundle-figures", &figures);
        let program = texts.say(if has_verifier { "bundle-program" } else { "bundle-program-none" }, &[]);
        let readme = format!("{}\n\n{figures}\n\n{program}\n", texts.say("bundle-readme", &args));
        files.insert(format!("README.{}.txt", code(lang)), readme.into_bytes());
    }
    let sums = sums(&custody.origin, files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    files.insert("SHA256SUMS.sig".to_owned(), vault.sign_sums(&sums)?.to_vec());
    files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    let saved = BundleSaved {
        name: paper.name.clone(),
        digest: String::new(),
        bytes: 0,
        entries: small(entries.len()),
        shown: small(shown),
        withheld: small(withheld),
        exhibits: given,
        exhibits_withheld: kept_back,
        figures,
        has_verifier,
    };
    Ok((files, saved))
}

/// Gathers the entries of a paper: the one that opened the ledger, the one that sealed it, and those of what it is about.
fn entries(
    vault: &Vault,
    custody: &LedgerProofs,
    (paper, sealed_in): (&Id, u64),
    subject: Option<&Id>,
    audience: Audience,
) -> Result<Vec<HandedEntry>> {
    let mut own = BTreeSet::from([*paper]);
    let mut seqs = BTreeSet::from([FIRST, sealed_in]);
    if let Some(order) = subject {
        own.extend(vault.rows_of_order(order)?);
        seqs.extend(vault.entries_of(&own)?.into_iter().take(ENTRIES_MAX));
    }
    seqs.into_iter().map(|seq| entry(vault, custody, seq, &own, audience)).collect()
}

/// Takes an entry with those of its values that speak of the paper or its subject, and that its readers may see.
fn entry(vault: &Vault, custody: &LedgerProofs, seq: u64, own: &BTreeSet<Id>, audience: Audience) -> Result<HandedEntry> {
    let read = vault.entry(seq, usize::MAX)?;
    // What was stated, and what of it may be told at all: blind reviews are covered there.
    let open: BTreeMap<(&str, Id), (BTreeSet<&str>, bool)> = read
        .touched
        .iter()
        .filter(|touched| own.contains(&touched.id))
        .map(|touched| ((touched.table, touched.id), (touched.changed.iter().copied().collect(), touched.is_hard())))
        .collect();
    vault.handed_over(custody, seq, &|told| match told {
        ToldOfEntry::Fact(name) => shows_fact(audience, name),
        ToldOfEntry::Column { table, id, column } => {
            let found = open.get(&(table, id)).filter(|(columns, _)| columns.contains(column));
            found.is_some_and(|(_, is_hard)| shows(audience, table, moment_of(column), *is_hard))
        }
    })
}

/// Says whether readers see a fact of an entry. Who sat at the keyboard is for those who weigh the custody.
fn shows_fact(audience: Audience, name: &str) -> bool {
    match name {
        "concerns" | "undoes" => true,
        "actor" => matches!(audience, Audience::Court | Audience::Lawyer),
        _ => false,
    }
}

/// Says whether readers see a field of a record in the ledger: what is shown coarser in papers is withheld here, where values are whole.
fn shows(audience: Audience, table: &str, field: &str, is_hard: bool) -> bool {
    let care = if is_hard { Care::Sensitive } else { Care::Usual };
    // What a paper is, whoever holds it can see.
    table == "papers" || redaction::shows_of(audience, table, field.trim_end_matches("_id"), care) == Shown::Whole
}

/// Adds the exhibits of an order whose files may be given to these readers. Returns how many, and how many are withheld.
fn exhibits(vault: &Vault, order: &Id, audience: Audience, files: &mut Files) -> Result<(u32, u32)> {
    let (mut given, mut withheld) = (0, 0);
    let exhibits = listed(vault, order)?;
    let hard =
        if matches!(audience, Audience::Court | Audience::Lawyer) { BTreeSet::new() } else { protected(vault, &exhibits)? };
    for exhibit in exhibits {
        let is_hard = hard.contains(&exhibit.sha256);
        let is_released = exhibit.released_to.iter().any(|code| code == audience.code());
        let bytes =
            if is_released && !is_hard && exhibit.size.is_some() { vault.blob_bytes(&exhibit.id, BYTES_MAX)? } else { None };
        let Some(bytes) = bytes else {
            withheld += 1;
            continue;
        };
        files.insert(format!("exhibits/{}.{}", exhibit.reference, ending(&exhibit.mime)), bytes);
        given += 1;
    }
    Ok((given, withheld))
}

/// Adds the figures that the paper was made from, as long as the register still gives them. Returns what was added.
fn figures(app: &App, vault: &Vault, (paper, audience, lang): (&Paper, Audience, Lang), files: &mut Files) -> Result<String> {
    let ask = PaperAsk {
        kind: paper.kind.clone(),
        lang,
        audience: audience.code().to_owned(),
        filter: paper.filter.clone(),
        subject: paper.subject.clone(),
        format: paper.format.clone(),
    };
    if !paper.subject.is_empty() {
        return Ok("none".to_owned());
    }
    let (kind, asked): (_, Asked<'_>) = asked(app, vault, &ask)?;
    if facts_now(kind, &asked)? != paper.snapshot {
        return Ok("changed".to_owned());
    }
    if matches!(audience, Audience::Court | Audience::Lawyer) {
        let filter = Filter::parse(&paper.filter).map_err(|_| Error::Invalid("filter"))?;
        let snapshot = super::snapshot::taken(vault, &filter, &paper.filter, vault.env().clock.now_seconds())?;
        for (name, bytes) in snapshot.files(&super::snapshot::readme())? {
            files.insert(format!("data/{name}"), bytes);
        }
        return Ok("snapshot".to_owned());
    }
    let profile = super::profile::profile_public(app, PublicAsk { quarter: String::new() })?;
    let json = serde_json::to_vec_pretty(&profile).map_err(|_| Error::Inside("writing figures"))?;
    files.insert("data/public-profile.json".to_owned(), json);
    files.insert("data/public-tables.csv".to_owned(), public_csv(&profile)?);
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let codebook = format!("{}\n", texts_of(lang).say("bundle-codebook", &[]));
        files.insert(format!("data/CODEBOOK.{}.txt", code(lang)), codebook.into_bytes());
    }
    Ok("public".to_owned())
}

/// Writes the tables of the public form, a cell a line. A blank cell is one that is not told.
fn public_csv(profile: &PublicProfile) -> Result<Vec<u8>> {
    let header = ["table", "population", "row", "column", "count"].map(str::to_owned);
    let mut bytes = Vec::new();
    let mut out = Csv::new(&mut bytes, &header).doing("writing figures")?;
    for table in &profile.tables {
        for (row, counts) in table.rows.iter().zip(&table.counts) {
            for (column, count) in table.columns.iter().zip(counts) {
                let text = |text: &String| Cell::Text(text.clone());
                let count = count.map_or(Cell::Empty, |count| Cell::Number(i64::from(count)));
                let cells = [text(&table.name), text(&table.population), text(row), text(column), count];
                out.row(&cells).doing("writing figures")?;
            }
        }
    }
    out.finish().doing("writing figures")?;
    Ok(bytes)
}

/// Adds the method in use, byte for byte.
fn method(vault: &Vault, files: &mut Files) -> Result<()> {
    let version = vault.method_in_use()?;
    let rubric = vault.rubric(&version)?;
    for (name, text) in rubric.files() {
        files.insert(format!("method/{version}/{name}"), text.as_bytes().to_vec());
    }
    Ok(())
}

/// Reads the program that checks bundles from beside another program.
pub(super) fn verifier_beside(program: &Path) -> Option<(String, Vec<u8>)> {
    use std::env::consts::{ARCH, EXE_SUFFIX, OS};
    let bytes = std::fs::read(program.parent()?.join(format!("tarazy-verify{EXE_SUFFIX}"))).ok()?;
    Some((format!("tarazy-verify-{OS}-{ARCH}{EXE_SUFFIX}"), bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::papers::case_file_tests::{Office, order_items};
    use crate::model::kinds::{Fields, Held, ITEMS};

    #[test]
    fn files_go_to_those_they_are_released_to_and_nobody_in_them_is_given_away() {
        let office = Office::open(true);
        let order = office.order("KZ-2026-0001");
        let vault = office.app.vault().unwrap();
        let item = vault.order_item(&order_items(&office, &order)[0]).unwrap().order_item.item;
        let add = |file: &[u8], link: (&'static str, Id), sensitivity: &str| {
            let stored = vault.take_in(file, file.len() as u64, &mut |_| true).unwrap();
            let released = ["court", "partner"].map(str::to_owned).to_vec();
            let mut fields = Fields::from([
                ("description", Held::Text("Скан".to_owned())),
                ("released_to", Held::Codes(released)),
                (link.0, Held::Link(link.1)),
            ]);
            if sensitivity != "normal" {
                fields.insert("sensitivity", Held::Text(sensitivity.to_owned()));
            }
            vault.add_exhibit(fields, &stored, "text/plain", "").unwrap();
        };
        add(b"letter", ("order", order), "normal");
        add(b"post", ("item", item), "normal");
        add(b"twice", ("order", order), "normal");
        add(b"twice", ("order", order), "intimate");
        let given = |audience: Audience| {
            let mut files = Files::new();
            let (given, withheld) = exhibits(&vault, &order, audience, &mut files).unwrap();
            assert_eq!((files.len(), given + withheld), (given as usize, 4));
            files.into_values().map(|file| String::from_utf8(file).unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(given(Audience::Partner), ["letter", "post"]);
        assert_eq!(given(Audience::Court).len(), 4);
        assert!(given(Audience::Press).is_empty());
        // A child can be told from the item that a file shows: nobody outside the case is given it.
        office.amend(&ITEMS, &item, Fields::from([("sensitivity", Held::Text("child_identifiable".to_owned()))]));
        assert_eq!(given(Audience::Partner), ["letter"]);
        assert_eq!(given(Audience::Court).len(), 4);
    }
}
