//! Sealed papers with their files, and the words that people write into papers before they are sealed.

use super::cells::{Build, id_at};
use super::change::Event;
use super::record::{PAPERS, Row};
use super::vault::Vault;
use crate::error::{Doing, Result};
use crate::id::Id;
use rusqlite::types::Value as Cell;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

/// A sealed paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// brief, report, annual, case_file, special_procedures, upr.
    pub kind: String,
    /// Language.
    pub lang: String,
    /// File name it was saved under.
    pub name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// Bytes.
    pub bytes: i64,
    /// Digest of the facts it prints.
    pub snapshot: String,
    /// UTC second.
    pub sealed_at: i64,
    /// Who it is for; empty in papers that were sealed before audiences were told apart.
    pub audience: String,
    /// pdf, docx; empty as above.
    pub format: String,
    /// Filter of the orders it speaks of; empty: all of them.
    pub filter: String,
    /// The record it is about; empty: none.
    pub subject: String,
    /// Sealed values that it holds and that a lawyer let stand.
    pub leaks: i64,
    /// Why they were let stand.
    pub leaks_reason: String,
}

impl Paper {
    fn row(&self) -> Row {
        let text = |text: &str| if text.is_empty() { Cell::Null } else { Cell::Text(text.to_owned()) };
        Build::row()
            .text(&self.kind)
            .text(&self.lang)
            .text(&self.name)
            .text(&self.digest)
            .int(self.bytes)
            .text(&self.snapshot)
            .int(self.sealed_at)
            .tail(&[
                text(&self.audience),
                text(&self.format),
                text(&self.filter),
                text(&self.subject),
                if self.leaks > 0 { Cell::Integer(self.leaks) } else { Cell::Null },
                text(&self.leaks_reason),
            ])
            .done()
    }
}

impl Vault {
    /// Records a sealed paper and keeps a copy of its file.
    pub fn seal_paper(&self, paper: &Paper, file: &[u8]) -> Result<(Id, u64)> {
        let mut change = self.begin()?;
        let id = Id::draw(self.env()).doing("naming a paper")?;
        change.add(&PAPERS, id, paper.row())?;
        change
            .db()
            .prepare_cached("INSERT INTO paper_files (paper_id, bytes) VALUES (?1, ?2)")
            .and_then(|mut s| s.execute(params![&id.bytes()[..], file]))
            .doing("keeping a paper")?;
        let seq = change.commit(Event::PaperSealed, &id)?;
        Ok((id, seq))
    }

    /// Reads the file of a sealed paper, where it is kept: not of papers that came with an open export.
    pub fn paper_bytes(&self, id: &Id) -> Result<Option<Vec<u8>>> {
        self.read()?
            .prepare_cached("SELECT bytes FROM paper_files WHERE paper_id = ?1")
            .and_then(|mut s| s.query_row(params![&id.bytes()[..]], |r| r.get("bytes")).optional())
            .doing("reading a paper")
    }

    /// Lists sealed papers, newest first, with the entry that sealed each.
    pub fn papers(&self) -> Result<Vec<(Id, Paper, u64)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT id, kind, lang, name, digest, bytes, snapshot, sealed_at, coalesce(audience, '') AS audience,
                 coalesce(format, '') AS format, coalesce(filter, '') AS filter, coalesce(subject, '') AS subject,
                 coalesce(leaks, 0) AS leaks, coalesce(leaks_reason, '') AS leaks_reason,
                 coalesce((SELECT min(seq) FROM ledger_touches t WHERE t.id = p.id),
                 (SELECT max(seq) FROM ledger_entries WHERE kind = 'register_imported'), 0) AS seq FROM papers p ORDER BY rowid DESC",
            )
            .doing("preparing to list papers")?;
        let rows = statement.query_map([], |r| {
            let paper = Paper {
                kind: r.get("kind")?,
                lang: r.get("lang")?,
                name: r.get("name")?,
                digest: r.get("digest")?,
                bytes: r.get("bytes")?,
                snapshot: r.get("snapshot")?,
                sealed_at: r.get("sealed_at")?,
                audience: r.get("audience")?,
                format: r.get("format")?,
                filter: r.get("filter")?,
                subject: r.get("subject")?,
                leaks: r.get("leaks")?,
                leaks_reason: r.get("leaks_reason")?,
            };
            Ok((id_at(r, "id")?, paper, r.get::<_, i64>("seq")?.unsigned_abs()))
        });
        rows.and_then(Iterator::collect).doing("listing papers")
    }

    /// Reads the words that people wrote into a paper: of a kind, about a record or none, in a language; name and text.
    pub fn paper_texts(&self, kind: &str, subject: &str, lang: &str) -> Result<BTreeMap<String, String>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT name, text FROM paper_texts WHERE kind = ?1 AND subject = ?2 AND lang = ?3")
            .doing("preparing to read the words of a paper")?;
        let rows = statement.query_map(params![kind, subject, lang], |r| Ok((r.get("name")?, r.get("text")?)));
        rows.and_then(Iterator::collect).doing("reading the words of a paper")
    }

    /// Keeps words for a paper; empty ones are forgotten.
    pub fn keep_paper_text(&self, (kind, subject, lang): (&str, &str, &str), name: &str, text: &str) -> Result<()> {
        let now = self.env().clock.now_seconds();
        self.scratch(|db| {
            let done = if text.trim().is_empty() {
                db.prepare_cached("DELETE FROM paper_texts WHERE kind = ?1 AND subject = ?2 AND lang = ?3 AND name = ?4")
                    .and_then(|mut s| s.execute(params![kind, subject, lang, name]))
            } else {
                db.prepare_cached(
                    "INSERT INTO paper_texts (kind, subject, lang, name, text, saved_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (kind, subject, lang, name) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
                )
                .and_then(|mut s| s.execute(params![kind, subject, lang, name, text, now]))
            };
            done.map(drop).doing("keeping the words of a paper")
        })
    }
}
